import { citationWords } from '#app/domain/decision.ts'
import { countWords } from '#app/domain/words.ts'
import { awardField, citationField, whyField, type AwardChoice } from '#app/features/moderation/forms.ts'
import type { StandingRow } from '#app/features/moderation/standings.queries.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'

const options: { value: AwardChoice; label: string }[] = [
  { value: '', label: 'Finalist, no award' }, { value: 'winner', label: 'Winner' }, { value: 'highly-commended', label: 'Highly commended' },
  { value: 'reserve-1', label: 'First reserve' }, { value: 'reserve-2', label: 'Second reserve' }, { value: 'reserve-3', label: 'Third reserve' },
]

interface Props {
  row: Pick<StandingRow, 'entryId' | 'name' | 'employer' | 'place' | 'offered'>
  /** by field name: as typed, or as saved before */
  values: Record<string, string>
  errors: Record<string, string>
  /** where sentences are put together to a citation, once it has an award */
  builder?: string
}

/** What one entry is given, why, and the words for the stage. */
export function DecideEntry({ row: { entryId, name, employer, place, offered }, values, errors, builder }: Props) {
  const from = (field: string) => ({ name: field, value: values[field] ?? '', error: errors[field] })
  const citation = from(citationField(entryId))
  return (
    <li className="grid gap-4 border-t border-hair py-6 lg:grid-cols-[2fr_3fr]">
      <div className="grid content-start gap-1">
        <h2 className="text-h3 font-bold">{name}</h2>
        <p className="text-ink2">{employer}</p>
        <p>{place === null ? 'Not ranked' : `Place ${place}`}</p>
      </div>
      <div className="grid gap-4">
        <Select {...from(awardField(entryId))} label={<>Award<span className="sr-only"> for {name}</span></>} options={options} width="2/3" />
        <TextArea {...citation} label={<>Citation<span className="sr-only"> for {name}</span></>} hint={`What is read on stage: ${citationWords.least} to ${citationWords.most} words. A winner needs one.`} rows={4} words={{ limit: citationWords.most, used: countWords(citation.value) }} optional />
        {builder && <a href={builder} className="inline-flex min-h-11 items-center justify-self-start">Put it together from what was written<span className="sr-only"> about {name}</span></a>}
        {offered.length > 0 && <Disclosure summary="Sentences that judges offered"><ul>{offered.map((one, index) => <li key={index}>{one}</li>)}</ul></Disclosure>}
        <TextField {...from(whyField(entryId))} label={<>Why<span className="sr-only">, for {name}</span></>} hint="For the record. It is not read out." autoComplete="off" optional />
      </div>
    </li>
  )
}
