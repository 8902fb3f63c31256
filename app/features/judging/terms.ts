/** Rises when the meaning of the terms changes: whoever signed an older version signs again before reading on. */
export const termsVersion = '1'

/** What a judge signs before seeing any entry. */
export const terms = [
  'I keep to myself what I read, who is nominated, what I score and what others say about it: until the awards are given, and what is private for ever.',
  'I read entries here and nowhere else. I do not copy them, forward them, or give them to a service that writes or summarises.',
  'I judge by what an entry shows against the published criteria, not by what I have heard elsewhere.',
  'I say whom I work or worked for and whom I have a tie with, and step aside from their entries. If I notice a tie while reading, I step aside then.',
  'I do not talk with nominees, nominators or other judges about an entry while judging is open.',
]
