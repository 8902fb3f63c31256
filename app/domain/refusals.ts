/**
 * Every reason the awards refuse something: its HTTP status and its sentence, in one place.
 * Unknown and forbidden look alike to outsiders, so `not-yours` says what `not-found` says.
 */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503
  sentence: (facts: Record<string, string | number>) => string
}

const refusals = {
  'not-found': { status: 404, sentence: () => 'There is nothing at this address.' },
  'not-yours': { status: 404, sentence: () => 'There is nothing at this address.' },
  'not-signed-in': { status: 401, sentence: () => 'Sign in to see this page.' },
  'cross-site': { status: 403, sentence: () => 'That came from another website, so we did nothing. Go back to our page and try again.' },
  'too-large': { status: 413, sentence: () => 'That was more than this page can take, so it was not kept. What you saved before is safe. Go back, make it shorter and send it again.' },
  'too-many': { status: 429, sentence: (f) => `Too many tries in a short time. Wait ${f.minutes ?? 1} minutes and try again.` },
  'not-open-yet': { status: 409, sentence: (f) => `Nominations open at ${f.opens}.` },
  closed: { status: 409, sentence: (f) => `Nominations closed at ${f.closed}. What you wrote is still here, but it can no longer be sent.` },
  'closed-to-changes': { status: 409, sentence: (f) => `Nominations closed at ${f.closed}. What you had sent by then counts, and it can no longer be changed.` },
  'no-email': { status: 409, sentence: () => 'This nominator gave no email address, so there is nowhere to send it.' },
  'draft-incomplete': { status: 422, sentence: () => 'Some answers are missing. Each is listed below.' },
  'draft-gone': { status: 404, sentence: () => 'This draft is not on this device. If you asked us to save it, use the link in your email.' },
  'already-withdrawn': { status: 409, sentence: () => 'This nomination has been withdrawn already.' },
  'changed-meanwhile': { status: 409, sentence: () => 'Somebody changed this a moment ago. Look at it again, then decide.' },
  'wrong-stage': { status: 409, sentence: (f) => `That cannot be done now: this edition is at “${f.stage}”.` },
  gaps: { status: 409, sentence: (f) => `Not yet: ${f.count} ${f.count === 1 ? 'thing is' : 'things are'} missing.` },
  'nominations-received': { status: 409, sentence: (f) => `${f.count} nominations have been received, so the edition cannot go back to preparing.` },
  'reason-needed': { status: 422, sentence: () => 'Write the reason, in a sentence.' },
  frozen: { status: 409, sentence: () => 'This is frozen since nominations opened.' },
  'dates-out-of-order': { status: 422, sentence: (f) => `${f.dates} To move both later, begin with the second; to move both earlier, with the first.` },
  'close-in-past': { status: 422, sentence: () => 'Choose a closing time that is still to come.' },
  'weights-total': { status: 422, sentence: (f) => `The weights must be whole numbers from 1 that add up to 100. These add up to ${f.total}.` },
  'quorum-above-panel': { status: 422, sentence: () => 'The quorum cannot be larger than the panel.' },
  'opening-in-past': { status: 422, sentence: (f) => `Nominations would open at ${f.opens}, which has passed. Choose a time that is still to come.` },
  'already-scheduled': { status: 409, sentence: () => 'Nominations are set to open by themselves already.' },
  'not-scheduled': { status: 409, sentence: () => 'Nominations are not set to open by themselves.' },
  'opening-needs-it': { status: 409, sentence: (f) => `Nominations are set to open by themselves, and this would leave something missing: ${f.missing} Take the opening off the clock first.` },
  'link-used': { status: 410, sentence: () => 'This link has been used. Ask for a new one.' },
  'link-expired': { status: 410, sentence: () => 'This link is too old. Ask for a new one.' },
  'code-wrong': { status: 422, sentence: (f) => `That is not the code we sent. ${f.left ? `You have ${f.left} ${f.left === 1 ? 'try' : 'tries'} left.` : 'It can no longer be used, so ask for a new one.'}` },
  'code-spent': { status: 410, sentence: () => 'That code can no longer be used. Ask for a new one.' },
  'last-owner': { status: 409, sentence: () => 'This is the only owner. Make somebody else owner first.' },
  'ends-among-judges': { status: 409, sentence: () => 'Judges come and go on the page “Judges”, which shows what that does to the entries they read.' },
  'role-held': { status: 409, sentence: () => 'This person has that role already.' },
  'message-gone': { status: 409, sentence: (f) => `This message is “${f.state}”, so that cannot be done to it.` },
  'secret-gone': { status: 409, sentence: () => 'This message held a link or a code for its receiver alone, so it cannot be sent again. They can ask for a new one.' },
  'shortlist-past': { status: 409, sentence: (f) => `The shortlist of ${f.category} is finished, so entries no longer move in or out of it. Open it again first.` },
  'in-category-already': { status: 409, sentence: (f) => `One of these nominations is for ${f.category} as well, so it has an entry there already. Say here that this one is not eligible, and why.` },
  'wrong-kind': { status: 422, sentence: (f) => `${f.category} is not for ${f.kind}.` },
  'merged-already': { status: 409, sentence: (f) => `${f.name} has been merged already. Look at the pages of both again.` },
  'merged-later': { status: 409, sentence: (f) => `${f.into} has been merged into ${f.later} since. Undo that merge first.` },
  'undone-already': { status: 409, sentence: () => 'This merge has been undone already.' },
  'result-sealed': { status: 409, sentence: (f) => `The result of ${f.category} is sealed. It takes two people and a public reason to change it.` },
  'words-not-found': { status: 422, sentence: (f) => `“${f.words}” does not stand in this passage. Copy the words from it.` },
  'nobody-to-tell': { status: 409, sentence: () => 'Nobody is left to tell: somebody has written to them meanwhile, or their nominations were withdrawn.' },
  'shortlist-finished': { status: 409, sentence: () => 'This shortlist is finished. Open it again to change it.' },
  'shortlist-gaps': { status: 409, sentence: (f) => `Not yet: ${f.gaps}` },
  'over-quota': { status: 422, sentence: (f) => `${f.chosen} are in, and ${f.quota} go on at most. Write the reason, or take some out.` },
  'somebody-chosen': { status: 409, sentence: (f) => `${f.count} ${f.count === 1 ? 'entry is' : 'entries are'} in. Take them out first.` },
  'scorecard-finished': { status: 409, sentence: () => 'This scorecard is finished. Open it again to change it.' },
  'scorecard-changed': { status: 409, sentence: () => 'This scorecard was saved in another place meanwhile. Look at both, then save what is to stand.' },
  'scorecard-unreadable': { status: 422, sentence: (f) => String(f.first) },
  'scorecard-gaps': { status: 422, sentence: (f) => `Your scores are saved. Not finished yet: ${f.gaps}` },
  'evidence-changed': { status: 409, sentence: () => 'What there is to read about this entry has changed since you opened the page. Your scores are saved. Read it again, then finish.' },
  'judge-already': { status: 409, sentence: (f) => `${f.name} is a judge of this edition already. Look at their page.` },
  'judge-void': { status: 409, sentence: (f) => `${f.name} was made void as a judge of this edition, so they cannot be invited to it again.` },
  'judge-answered': { status: 409, sentence: () => 'This invitation has been answered, or the organisers took it back.' },
  'not-assignable': { status: 409, sentence: (f) => `Entries of ${f.category} are given to judges once its shortlist is finished, and until its scores are in.` },
  'scores-given': { status: 409, sentence: (f) => `${f.count} ${f.count === 1 ? 'scorecard has' : 'scorecards have'} been begun, so the edition cannot go back to screening.` },
  'nobody-to-remind': { status: 409, sentence: () => 'Nobody is left to remind: everything is finished, or they were reminded within the last day.' },
  'stage-end': { status: 409, sentence: () => 'The running order ends there.' },
  'cue-on-stage': { status: 409, sentence: () => 'This is on stage, or its winner has been shown, so it stays in the running order.' },
  'not-judged': { status: 409, sentence: () => 'This category was not judged, so there is no decision to open again.' },
  'decision-gaps': { status: 409, sentence: (f) => `Not yet: ${f.gaps}` },
  'decision-closed': { status: 409, sentence: () => 'This decision can no longer be changed here. Open it again first; once it is sealed, amend the seal.' },
  'not-to-seal': { status: 409, sentence: () => 'There is nothing to seal here now: it is sealed, or its decision is not settled.' },
  'second-person': { status: 409, sentence: () => 'You asked for this seal yourself. Somebody else on the embargo list has to look at it and seal.' },
  'slug-taken': { status: 422, sentence: () => 'There is an edition at that address already.' },
  'current-is-open': { status: 409, sentence: (f) => `${f.name} takes nominations, or is set to. Close it first.` },
  'rehearsal-not-current': { status: 409, sentence: () => 'A rehearsal is never what the public pages show.' },
} satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof refusals

export function refusalOf(code: RefusalCode): Refusal {
  return refusals[code]
}
