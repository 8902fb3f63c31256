import type { Role } from '#db/vocabulary.ts'

/** What people call each role, and what it lets them do: on pages and in mail. */
export const roleWords: Record<Role, { name: string; can: string }> = {
  owner: { name: 'Owner', can: 'Everything an organiser can, in every year, and say who the owners, organisers and witnesses are.' },
  organiser: { name: 'Organiser', can: 'Set up the year, open and close nominations, read and answer them, and invite people to help.' },
  assistant: { name: 'Assistant', can: 'Read nominations and help the people who send them. Assistants cannot change the rules of the year.' },
  judge: { name: 'Judge', can: 'Read shortlisted entries and score them, once judging opens.' },
  'stage-crew': { name: 'Stage crew', can: 'Run the screen and the script on the night.' },
  witness: { name: 'Witness', can: 'Look at a result with the one who asks for its seal, and seal it. Nothing else.' },
}
