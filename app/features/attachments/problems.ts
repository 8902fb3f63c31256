import { denied, type Denied } from '#app/domain/result.ts'

/** Why a file is not taken, and what to do about it. */
const problems = {
  kind: 'This is neither a picture that we can open nor a PDF. Send a JPEG, PNG or WebP picture, or a PDF.',
  heic: 'This picture is in a format that we cannot open (HEIC). Save it as a JPEG, then send that.',
  'picture-damaged': 'This picture is damaged, or not all of it arrived. Send it again, or another one.',
  'too-many-dots': 'This picture has more dots than we can open: 52 million. Save it smaller, then send that.',
  'pdf-damaged': 'This PDF is damaged, or not all of it arrived. Save it again, then send it.',
  'pdf-locked': 'This PDF is locked. Save it without a password, then send it.',
  'pdf-more-than-pages': 'This PDF holds more than pages: a program, a form or another file. Print it to a new PDF, then send that.',
}

export function unreadable(why: keyof typeof problems): Denied {
  return denied('file-unreadable', { problem: problems[why] })
}
