import { otherwise, questionsFor, suggest, type Choosing, type Suggestion } from '#app/domain/choosing.ts'
import type { Category } from '#app/features/categories/queries.server.ts'
import { kindLabels } from '#app/features/nominations/ui/labels.ts'
import { nomineeKinds } from '#db/vocabulary.ts'

export interface AskedHere {
  name: string
  text: string
  options: { value: string; label: string }[]
}
type Choice = Pick<Category, 'slug' | 'name' | 'who'>

/** One page of "Help me choose": a question, or what the answers lead to. */
export interface ChoosingPage {
  title: string
  error?: string
  question?: AskedHere
  /** the answers so far, and the draft for which somebody chooses: what the next page's address holds too */
  kept: [name: string, value: string][]
  /** the address's query one page back; undefined on the first */
  back?: string
  kind: string
  /** the draft's id, and whether its check is where it was come from */
  draft?: string
  changing: boolean
  suggested: (Choice & { because: string[] })[]
  /** where nothing speaks for any: all there are for such a nominee */
  others: Choice[]
}

const whoItIs: AskedHere = { name: 'kind', text: 'Who would you like to nominate?', options: nomineeKinds.map((kind) => ({ value: kind, label: kindLabels[kind] })) }

/** What the address asks for: the first question it has no answer to, or the end. An answer that is none counts as not given. */
export function readChoosing(choosing: Choosing, categories: Category[], search: URLSearchParams): ChoosingPage {
  const kind = nomineeKinds.find((one) => one === search.get('kind'))
  const questions = [whoItIs, ...(kind ? questionsFor(choosing, categories, kind, Object.fromEntries(search)).map(askedHere) : [])]
  const isAnswered = ({ name, options }: AskedHere) => options.some(({ value }) => value === search.get(name))
  const question = questions.find((one) => !isAnswered(one))
  const answers = questions.filter(isAnswered).map(({ name }): [string, string] => [name, search.get(name) ?? ''])
  const forDraft = draftIn(search)
  const suggested = kind && !question ? suggest(choosing, categories, kind, Object.fromEntries(answers)) : []
  return {
    title: question?.text ?? titleOf(suggested), question, kind: kind ?? '',
    error: question && search.get('asked') === question.name ? 'Choose one of these.' : undefined,
    kept: [...answers, ...forDraft],
    back: answers.length > forDraft.length ? String(new URLSearchParams([...answers.slice(0, -1), ...forDraft])) : undefined,
    draft: new Map(forDraft).get('draft'), changing: search.has('change'),
    suggested: suggested.map(({ category, because }) => ({ ...choiceOf(category), because })),
    others: kind && !question && suggested.length === 0 ? categories.filter(({ kinds }) => kinds.includes(kind)).map(choiceOf) : [],
  }
}

function askedHere({ key, question, answers, otherwise: other }: Choosing[number]): AskedHere {
  return { name: key, text: question, options: [...answers.map((one) => ({ value: one.key, label: one.label })), { value: otherwise, label: other }] }
}

function draftIn(search: URLSearchParams): [string, string][] {
  const id = search.get('draft') ?? ''
  if (!/^[a-z0-9]{20}$/.test(id)) return []
  return [['draft', id], ...(search.has('change') ? [['change', ''] as [string, string]] : [])]
}

function titleOf([first, second]: Suggestion<Category>[]): string {
  if (!first) return 'Any of these may fit'
  return second ? 'One of these two may fit, or both' : `${first.category.name} seems to fit`
}

function choiceOf({ slug, name, who }: Category): Choice {
  return { slug, name, who }
}
