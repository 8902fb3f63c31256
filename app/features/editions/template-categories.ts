import { otherwise, type Choosing, type Fits } from '#app/domain/choosing.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

export interface TemplateCategory {
  slug: string
  name: string
  who: string
  kinds: NomineeKind[]
  /** name and weight; the weights total 100 */
  criteria: [name: string, weight: number][]
  question: string
  /** said under the question, before what every question says */
  hint?: string
  /** the answers of “Help me choose” that lead here */
  fits?: Fits
}

const person: NomineeKind[] = ['person']

/** "Help me choose", after who it is about; categories say below which answers lead to them. */
export const choosingQuestions: Choosing = [
  {
    key: 'work',
    question: 'What do they do?',
    answers: [
      { key: 'home', label: 'They support people in their own homes' },
      { key: 'care-home', label: 'They support people in a care home or nursing home' },
      { key: 'learning-disability', label: 'They support people with a learning disability, or autistic people' },
      { key: 'nurse', label: 'They are a nurse or a nursing associate' },
      { key: 'lead', label: 'They manage or lead others' },
      { key: 'behind', label: 'They cook, clean, drive, mend things or keep the office running' },
      { key: 'unpaid', label: 'They look after a relative, friend or neighbour without being paid' },
    ],
    otherwise: 'Another kind of care or support, or something else',
  },
  {
    key: 'stands-out',
    question: 'What stands out most?',
    answers: [
      { key: 'new', label: 'They are new to care work, and already good at it' },
      { key: 'learning', label: 'They have been learning: an apprenticeship, the Care Certificate or a qualification' },
      { key: 'idea', label: 'They had a new idea, or made a good one work here' },
      { key: 'years', label: 'They have given many years to care' },
    ],
    otherwise: 'What they do, day after day',
  },
]
const paidWork = ['home', 'care-home', 'learning-disability', 'nurse', 'lead', 'behind', otherwise]

/** The twelve categories an edition starts with. */
export const templateCategories: TemplateCategory[] = [
  {
    slug: 'home-care-worker',
    name: 'Home Care Worker',
    who: 'Somebody who supports people in their own homes. That includes extra care housing, reablement, live-in care and personal assistants.',
    kinds: person,
    fits: { work: ['home'] },
    criteria: [
      ['Fits support round how the person wants to live', 30],
      ['Helps people keep or regain things they can do', 25],
      ['Sound judgement alone: spots change, acts, reports', 25],
      ['Warmth and respect in someone’s own home', 20],
    ],
    question: 'When did they notice something others might have missed?',
  },
  {
    slug: 'care-home-worker',
    name: 'Care Home Worker',
    who: 'Somebody who supports people in a residential or nursing home.',
    kinds: person,
    fits: { work: ['care-home'] },
    criteria: [
      ['Knows each person and acts on it', 30],
      ['Makes ordinary days worth having', 25],
      ['Skilled, safe care', 25],
      ['Good with families and colleagues', 20],
    ],
    question: 'What would residents or families say about them?',
  },
  {
    slug: 'newcomer',
    name: 'Newcomer',
    who: 'Somebody in their first 18 months of paid care work.',
    kinds: person,
    fits: { work: paidWork, 'stands-out': ['new'] },
    criteria: [
      ['Kindness and respect shown in real situations', 30],
      ['Learns fast, uses feedback', 25],
      ['Already made a difference to someone', 30],
      ['Brought something to the team', 15],
    ],
    question: 'What did they find hard, and how did they get through it?',
  },
  {
    slug: 'apprentice-or-learner',
    name: 'Apprentice or Learner',
    who: 'Somebody who has been on an apprenticeship, the Care Certificate or a qualification in the last 12 months.',
    kinds: person,
    fits: { work: paidWork, 'stands-out': ['learning'] },
    criteria: [
      ['Uses learning at work', 35],
      ['Effort and perseverance', 25],
      ['Passes learning on', 20],
      ['Better support for people as a result', 20],
    ],
    question: 'What do they do differently because of what they learned?',
  },
  {
    slug: 'registered-manager-leader',
    name: 'Registered Manager / Leader',
    who: 'A manager, deputy manager or team leader.',
    kinds: person,
    fits: { work: ['lead'] },
    criteria: [
      ['Open, fair, caring culture', 25],
      ['Measurable improvement in quality or safety', 25],
      ['Develops and keeps staff', 20],
      ['Listens and changes things with people and families', 20],
      ['Works well with partners', 10],
    ],
    question: 'Give one thing that is better because they lead it.',
  },
  {
    slug: 'social-care-nurse',
    name: 'Social Care Nurse',
    who: 'A registered nurse or nursing associate who works in social care.',
    kinds: person,
    fits: { work: ['nurse'] },
    criteria: [
      ['Skilled nursing centred on the person', 30],
      ['Prevents harm or needless hospital stays', 25],
      ['Speaks up for people', 20],
      ['Builds colleagues’ skills', 15],
      ['Works across services', 10],
    ],
    question: 'How have others become better at care because of them?',
  },
  {
    slug: 'learning-disability-and-autism-support',
    name: 'Learning Disability and Autism Support',
    who: 'A person or a team who supports people with a learning disability, autistic people, or both.',
    kinds: ['person', 'team'],
    fits: { work: ['learning-disability'] },
    criteria: [
      ['Real choice and control', 30],
      ['Communicates in the person’s own way', 20],
      ['Opens up ordinary community life, friendship or work', 25],
      ['Reduces restriction and distress', 15],
      ['The person’s own view is in the nomination', 10],
    ],
    question: 'How does the person tell us this matters?',
    hint: 'Words, pictures or a recording are welcome. Write down what they said or showed; to send a picture or a recording, get in touch with us.',
  },
  {
    slug: 'care-team',
    name: 'Care Team',
    who: 'A team or a whole service, in any setting.',
    kinds: ['team', 'service'],
    criteria: [
      ['Shared purpose, everyone counts', 20],
      ['A clear result for people supported', 30],
      ['People and families shape the work', 20],
      ['Look after each other', 15],
      ['Handle a setback well', 15],
    ],
    question: 'Tell us about the hardest week and what the team did.',
  },
  {
    slug: 'behind-the-scenes',
    name: 'Behind the Scenes',
    who: 'A person or a team in catering, housekeeping, laundry, maintenance, driving, reception, administration or scheduling.',
    kinds: ['person', 'team'],
    fits: { work: ['behind'] },
    criteria: [
      ['Difference to people’s day', 35],
      ['Pride and standards', 25],
      ['Knows and includes people', 25],
      ['Steps in, solves problems', 15],
    ],
    question: 'What would go missing if they were not there?',
  },
  {
    slug: 'unpaid-carer',
    name: 'Unpaid Carer',
    who: 'A relative, friend or neighbour, 18 or over, who looks after somebody without being paid. They and the person they care for both need to agree. It is judged by people who have been carers themselves. For a young carer, get in touch first: a parent or guardian nominates with us.',
    kinds: person,
    fits: { work: ['unpaid'] },
    criteria: [
      ['Difference to the life of the person cared for', 35],
      ['Commitment through difficulty', 25],
      ['Creative or persistent problem-solving', 20],
      ['Helps other carers or improves services', 20],
    ],
    question: 'What do you wish others knew about what they do?',
  },
  {
    slug: 'innovation-and-community',
    name: 'Innovation and Community',
    who: 'A person, a team or a service with a new idea, or a good idea made to work here.',
    kinds: ['person', 'team', 'service'],
    fits: { 'stands-out': ['idea'] },
    criteria: [
      ['A real need, clearly seen', 20],
      ['A new idea or a good one well adapted', 20],
      ['Result people can see', 30],
      ['Made with people who use it', 20],
      ['Could last or spread', 10],
    ],
    question: 'What would another service copy first?',
  },
  {
    slug: 'lifetime-contribution',
    name: 'Lifetime Contribution',
    who: 'Somebody who has given 15 years or more to care, as a rule, and is still working or has lately retired.',
    kinds: person,
    fits: { work: paidWork, 'stands-out': ['years'] },
    criteria: [
      ['Lasting difference to people or services', 35],
      ['Depth of service over time', 25],
      ['Generosity: helped others grow', 25],
      ['Values kept under pressure', 15],
    ],
    question: 'What is still here because of them?',
  },
]
