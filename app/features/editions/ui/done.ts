/** What was done to an edition, said by `saidDone` on the page that one is sent to afterwards: `?done=opened`. */
export const doneSentences: Record<string, string> = {
  created: 'The edition is made. Below is what is still missing.',
  opened: 'Nominations are open.',
  scheduled: 'Nominations will open by themselves.',
  unscheduled: 'The opening is off the clock.',
  closed: 'Nominations are closed.',
  reopened: 'Nominations are open again.',
  returned: 'The edition is back to preparing.',
  archived: 'The edition is archived. Its winners stay public.',
  'archive-returned': 'The edition is out of the archive.',
  'clock-moved': 'The clock of this rehearsal is moved on.',
  saved: 'Saved.',
  current: 'The public pages now show this edition.',
}
