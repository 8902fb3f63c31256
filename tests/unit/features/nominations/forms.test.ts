import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords } from '#app/domain/words.ts'
import { listMissing, nextStep, stepForm } from '#app/features/nominations/forms.ts'
import { answersSchema, listSteps, valuesOf, withStep, type Answers, type Step } from '#app/features/nominations/journey.ts'
import { parseForm, type FieldValues } from '#app/platform/form.server.ts'
import { nomineeKinds } from '#db/vocabulary.ts'
import { asked, complete } from '#tests/unit/features/nominations/asked.ts'

const stepsOf = (answers: Answers) => listSteps(asked, answers)

/** Sends a page as a browser would. */
function send(step: Step, values: FieldValues, answers: Answers = complete) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return parseForm(form, stepForm(step, asked, answers))
}

function sendPage(slug: string, typed: FieldValues, answers: Answers = complete) {
  const step = stepsOf(answers).find((one) => one.slug === slug)
  if (!step) throw new Error(`no page ${slug}`)
  const values = { ...valuesOf(step, asked, answers), ...typed }
  return { values, read: send(step, values, answers) }
}

const words = (count: number) => 'word '.repeat(count).trim()
const long = (letters: number) => 'x'.repeat(letters)
const twoLines = 'one\ntwo'
const oneLine = 'Write this on one line.'
const most = (letters: number, what: string) => `Use ${letters} characters or fewer for ${what}.`
const emailLike = 'Write an email address like name@example.com.'
const phoneLike = 'Write a phone number like 01632 960 001.'
const chooseKind = 'Choose whether it is a person, a team or a service.'
const chooseShare = 'Choose whether we may tell them who nominated them.'
const chooseKnow = 'Choose how you know them.'

/** `typed` beside good answers on a page, and every sentence it is refused with */
const faults: [page: string, what: string, typed: FieldValues, errors: Record<string, string>][] = [
  ['who', 'no kind', { kind: '' }, { kind: chooseKind }],
  ['who', 'a kind of our own', { kind: 'animal' }, { kind: chooseKind }],
  ['who', 'no name', { name: '' }, { name: 'Write the name of who you are nominating.' }],
  ['who', 'marks for a name', { name: '– !' }, { name: 'Write a name with letters in it.' }],
  ['who', 'a name too long', { name: long(121) }, { name: most(120, 'their name') }],
  ['who', 'a name on two lines', { name: twoLines }, { name: oneLine }],
  ['who', 'nothing at all', { kind: '', name: '' }, { kind: chooseKind, name: 'Write the name of who you are nominating.' }],
  ['work', 'no workplace', { employer: '' }, { employer: 'Write where they work. If you are not sure, write “not sure”; if they care for someone unpaid, “unpaid carer”.' }],
  ['work', 'a workplace too long', { employer: long(121) }, { employer: most(120, 'where they work') }],
  ['work', 'a workplace on two lines', { employer: twoLines }, { employer: oneLine }],
  ['work', 'a job too long', { job: long(121) }, { job: most(120, 'their job') }],
  ['work', 'a job on two lines', { job: twoLines }, { job: oneLine }],
  ['work', 'a way to reach them too long', { reach: long(201) }, { reach: most(200, 'how we can reach them') }],
  ['work', 'a way to reach them on two lines', { reach: twoLines }, { reach: oneLine }],
  ['category', 'no award', { category: [] }, { category: 'Choose at least one category.' }],
  ['category', 'an award there is none of', { category: ['no-such'] }, { category: 'Choose from the categories listed.' }],
  ['category', 'an award for others', { category: ['home-care', 'care-team'] }, { category: 'Care Team is for a team or a whole service. You are nominating one person.' }],
  ['sentence', 'nothing', { answer: '' }, { answer: 'Write an answer. A few plain words are enough.' }],
  ['sentence', 'marks only', { answer: '– … !' }, { answer: 'Write an answer in words.' }],
  ['sentence', 'a word too many', { answer: words(31) }, { answer: 'Use 30 words or fewer. You have used 31.' }],
  ['difference', 'a word too many', { answer: words(201) }, { answer: 'Use 200 words or fewer. You have used 201.' }],
  ['noticed', 'half as many again', { answer: words(150) }, { answer: 'Use 100 words or fewer. You have used 150.' }],
  ['noticed', 'one endless word', { answer: long(20_001) }, { answer: 'This is too long to keep. Use fewer words.' }],
  ['know', 'no relationship', { relationship: '' }, { relationship: chooseKnow }],
  ['know', 'one not offered', { relationship: 'Enemy' }, { relationship: chooseKnow }],
  ['know', 'another, not said', { relationship: 'other' }, { otherRelationship: 'Write how you know them.' }],
  ['know', 'another, too long', { relationship: 'other', otherRelationship: long(121) }, { otherRelationship: most(120, 'how you know them') }],
  ['know', 'another, on two lines', { relationship: 'other', otherRelationship: twoLines }, { otherRelationship: oneLine }],
  ['know', 'no word on their name', { shareName: '' }, { shareName: chooseShare }],
  ['know', 'an answer not offered', { shareName: 'perhaps' }, { shareName: chooseShare }],
  ['know', 'nothing at all', { relationship: '', shareName: '' }, { relationship: chooseKnow, shareName: chooseShare }],
  ['know', 'another, not said, and no word on their name', { relationship: 'other', shareName: '' }, { otherRelationship: 'Write how you know them.', shareName: chooseShare }],
  ['you', 'no name', { nominatorName: '' }, { nominatorName: 'Write your name.' }],
  ['you', 'a name too long', { nominatorName: long(121) }, { nominatorName: most(120, 'your name') }],
  ['you', 'a name on two lines', { nominatorName: twoLines }, { nominatorName: oneLine }],
  ['you', 'a name for an address', { nominatorEmail: 'nell' }, { nominatorEmail: emailLike }],
  ['you', 'an address without its end', { nominatorEmail: 'nell@people' }, { nominatorEmail: emailLike }],
  ['you', 'an address in words', { nominatorEmail: 'nell at people.example' }, { nominatorEmail: emailLike }],
  ['you', 'two addresses', { nominatorEmail: 'nell@people.example, tom@people.example' }, { nominatorEmail: emailLike }],
  ['you', 'an address too long', { nominatorEmail: `${long(250)}@a.example` }, { nominatorEmail: most(254, 'the email address') }],
  ['you', 'half a number', { nominatorPhone: '01632' }, { nominatorPhone: phoneLike }],
  ['you', 'a number in words', { nominatorPhone: 'ring the desk' }, { nominatorPhone: phoneLike }],
  ['you', 'a number too long', { nominatorPhone: '0'.repeat(41) }, { nominatorPhone: most(40, 'the phone number') }],
  ['you', 'neither address nor number', { nominatorEmail: '', nominatorPhone: '' }, { nominatorEmail: 'Give an email address or a phone number, so that we can tell you what happens.' }],
  ['you', 'nothing at all', { nominatorName: '', nominatorEmail: '' }, {
    nominatorName: 'Write your name.', nominatorEmail: 'Give an email address or a phone number, so that we can tell you what happens.',
  }],
]

describe('a page is refused with a sentence at each field that is wrong, and what was typed is kept', () => {
  test.each(faults)('%s: %s', (page, _, typed, errors) => {
    const { values, read } = sendPage(page, typed)
    expect(read).toEqual({ ok: false, errors, values })
  })

  const team: Answers = { ...complete, kind: 'team', categories: ['c-care-team'] }
  test('what an award is for is said in the words for who is nominated', () => {
    const { read } = sendPage('category', { category: ['home-care'] }, team)
    expect(read).toMatchObject({ errors: { category: 'Home Care is for one person. You are nominating a team.' } })
    const service = sendPage('category', { category: ['home-care'] }, { ...team, kind: 'service' })
    expect(service.read).toMatchObject({ errors: { category: 'Home Care is for one person. You are nominating a whole service.' } })
  })

  test('nobody is a team: “It is me” is missing again when it is for a team after all', () => {
    const open = { ...asked, relationships: [...asked.relationships, 'It is me'] }
    const missing = (kind: Answers['kind']) => listMissing(open, { ...complete, kind, categories: ['c-community'], story: { ...complete.story, 'q-before': 'x', 'q-after': 'y' }, relationship: 'It is me' }).map((one) => one.sentence)
    expect([missing('person'), missing('team')]).toEqual([[], [chooseKnow]])
  })

  test('any award listed may be chosen before we know who it is for', () => {
    expect(sendPage('category', { category: ['home-care', 'care-team'] }, { ...complete, kind: undefined }).read.ok).toBe(true)
  })
})

/** At the very edge of what a page takes. */
const taken: [page: string, what: string, typed: FieldValues][] = [
  ['who', 'a name as long as fits', { name: long(120) }],
  ['who', 'a number for a name', { kind: 'service', name: '3' }],
  ['who', 'letters of any language', { name: 'Ŵyn 李 ‘Nan’ O’Neill-Smyth' }],
  ['work', 'only where they work', { job: '', reach: '' }],
  ['work', 'all as long as fits', { job: long(120), employer: long(120), reach: long(200) }],
  ['category', 'two awards', { category: ['home-care', 'community'] }],
  ['sentence', 'words up to the limit', { answer: words(30) }],
  ['sentence', 'marks beside the words', { answer: `${'– '.repeat(50)}${words(30)}\n\n…` }],
  ['difference', 'words up to the limit', { answer: words(200) }],
  ['noticed', 'one endless word', { answer: long(20_000) }],
  ['know', 'another way, as long as fits', { relationship: 'other', otherRelationship: long(120) }],
  ['know', 'what was typed beside a way that was offered', { relationship: 'They support me', otherRelationship: 'left over' }],
  ['you', 'a number and no address', { nominatorName: long(120), nominatorEmail: '', nominatorPhone: '+44 (0)1632 960-001' }],
  ['you', 'an address as long as fits', { nominatorEmail: `${long(244)}@a.example`, nominatorPhone: '' }],
]
test.each(taken)('%s takes %s', (page, _, typed) => {
  const { values, read } = sendPage(page, typed)
  expect(read).toEqual({ ok: true, value: values, values })
})

test.each([
  ['', true, undefined],
  ['', false, 'Write an answer. A few plain words are enough.'],
  ['…', true, 'Write an answer in words.'],
  ['two words', true, 'Use 3 words or more. You have used 2.'],
  ['now three words', false, undefined],
])('“%s”, where at least three words are wanted and leaving it empty is allowed: %s', (answer, optional, sentence) => {
  const step = stepsOf(complete).find(({ slug }) => slug === 'sentence')
  if (!step?.question) throw new Error('no question')
  const read = stepForm({ ...step, question: { ...step.question, leastWords: 3, optional } }, asked, complete).safeParse({ answer })
  expect(read.error?.issues[0]?.message).toBe(sentence)
})

describe('words are counted one way', () => {
  const part = fc.constantFrom('word', "don't", 'well-kept', '9', '–', '…', '\u200B', 'a\u200Bb', '(', 'Ŵyn', '李')
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  ', '\u00A0', '\t')
  const text = fc.array(fc.tuple(part, gap), { maxLength: 12 }).map((parts) => parts.flat().join('').trim())
  const [after] = asked.categories[2]?.questions.slice(1) ?? []

  test('an answer is taken from one word to the limit', () => {
    fc.assert(fc.property(text, (answer) => {
      const read = send({ slug: 'after', section: '', question: after! }, { answer })
      expect(read.ok).toBe(countWords(answer) >= 1 && countWords(answer) <= 5)
    }))
  })
})

describe('what is missing', () => {
  const missing = (answers: Answers) => listMissing(asked, answers).map(({ step, sentence }) => [step.slug, sentence])

  test('of an empty draft: every page, with what it would say first', () => {
    expect(missing(answersSchema.parse({}))).toEqual([
      ['who', chooseKind],
      ['work', 'Write where they work. If you are not sure, write “not sure”; if they care for someone unpaid, “unpaid carer”.'],
      ['category', 'Choose at least one category.'],
      ['sentence', 'Write an answer. A few plain words are enough.'],
      ['difference', 'Write an answer. A few plain words are enough.'],
      ['know', chooseKnow],
      ['you', 'Write your name.'],
    ])
  })

  test('of a whole one: nothing', () => expect(missing(complete)).toEqual([]))

  test('an award that was chosen for a person is missing again when it is for a team after all', () => {
    expect(missing({ ...complete, kind: 'team' })).toEqual([['category', 'Home Care is for one person. You are nominating a team.']])
  })

  test('an award that was taken out of the programme counts as none', () => {
    expect(missing({ ...complete, categories: ['c-gone'] })).toEqual([['category', 'Choose at least one category.']])
  })

  test('can be asked of some pages only', () => {
    const [, work] = stepsOf(complete)
    expect(listMissing(asked, answersSchema.parse({}), work && [work]).map((one) => one.step.slug)).toEqual(['work'])
  })

  const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const text = fc.constantFrom('', 'some words', words(40), '–', twoLines, long(130))
  const drafts: fc.Arbitrary<Answers> = fc.record({
    kind: sometimes(fc.constantFrom(...nomineeKinds)), name: sometimes(text), job: sometimes(text), employer: sometimes(text), reach: sometimes(text),
    categories: fc.subarray(['c-home-care', 'c-care-team', 'c-community', 'c-gone']),
    story: fc.dictionary(fc.constantFrom('q-sentence', 'q-difference', 'q-noticed', 'q-before', 'q-after'), text),
    relationship: sometimes(fc.oneof(fc.constantFrom(...asked.relationships), text)), shareName: sometimes(fc.constantFrom('yes', 'no')),
    nominatorName: sometimes(text), nominatorEmail: sometimes(fc.constantFrom('', 'a@b.example', 'no')), nominatorPhone: sometimes(fc.constantFrom('', '0', '01632 960 001')),
  })

  test('is exactly the pages that would refuse what they show', () => {
    fc.assert(fc.property(drafts, (answers) => {
      const refusing = stepsOf(answers).flatMap((step) => {
        const read = send(step, valuesOf(step, asked, answers), answers)
        return read.ok ? [] : [step.slug]
      })
      expect(listMissing(asked, answers).map((one) => one.step.slug)).toEqual(refusing)
    }))
  })
})

describe('who nominates', () => {
  test('is asked after everything else, unless it is known', () => {
    const { nominatorName: _, ...unnamed } = complete
    expect([nextStep(asked, unnamed, 'know')?.slug, nextStep(asked, complete, 'know'), nextStep(asked, complete, 'who')?.slug]).toEqual(['you', undefined, 'work'])
  })

  const oneself = { ...asked, relationships: [...asked.relationships, 'It is me'] }
  const know = listSteps(oneself, complete).find((one) => one.slug === 'know') as Step
  test('need not say whether oneself may be told, and is called what the nominee is', () => {
    const read = stepForm(know, oneself, complete).safeParse({ relationship: 'It is me', otherRelationship: '', shareName: '' })
    expect(read.success).toBe(true)
    const { nominatorName: _, ...answers } = withStep(know, oneself, complete, { relationship: 'It is me', otherRelationship: '', shareName: '' })
    expect(answers).toMatchObject({ relationship: 'It is me', shareName: 'yes' })
    expect(valuesOf(listSteps(oneself, answers).at(-1) as Step, oneself, answers)).toMatchObject({ nominatorName: 'Sam Carer' })
  })
})
