import { placeField, reasonField, wasField } from '#app/features/shortlisting/forms.ts'
import type { Candidate } from '#app/features/shortlisting/queries.server.ts'
import { placeWords } from '#app/features/shortlisting/words.ts'
import { Radios, TextField } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { shortlistPlaces } from '#db/vocabulary.ts'

interface Props {
  at: string
  candidate: Candidate
  values: Record<string, string | string[]>
  errors: Record<string, string>
}

/** One entry to put in or out, with what tells for or against it beside its name. */
export function CandidateChoice({ at, candidate, values, errors }: Props) {
  const { entryId, nominee, place, reason } = candidate
  const typed = (name: string, else_: string) => String(values[name] ?? else_)
  return (
    <li className="grid gap-4 border-t border-hair py-6 lg:grid-cols-[2fr_3fr]">
      <div className="grid content-start gap-1">
        <h2 className="text-h3 font-bold"><a href={`${at}/entries/${entryId}`} className="inline-flex min-h-11 items-center">{nominee}</a></h2>
        <Circumstances candidate={candidate} />
      </div>
      <div className="grid gap-4">
        <HiddenField name={wasField(entryId)} value={typed(wasField(entryId), place)} />
        <Radios name={placeField(entryId)} legend={<span className="sr-only">{nominee}: in or out?</span>} inline value={typed(placeField(entryId), place)} error={errors[placeField(entryId)]}
          options={shortlistPlaces.map((value) => ({ value, label: placeWords[value] }))} />
        <TextField name={reasonField(entryId)} label={<>Why<span className="sr-only">, for {nominee}</span></>} value={typed(reasonField(entryId), reason)} error={errors[reasonField(entryId)]} autoComplete="off" />
      </div>
    </li>
  )
}

function Circumstances({ candidate: { job, employer, alsoIn, colleaguesIn, waits } }: { candidate: Candidate }) {
  return (
    <>
      <p className="text-ink2">{[job, employer].filter(Boolean).join(', ') || 'Workplace not given'}</p>
      {waits && <p><Tag tone="waiting">Changed since it was screened</Tag></p>}
      {alsoIn.length > 0 && <p className="text-small">Also in for {alsoIn.join(' and ')}</p>}
      {colleaguesIn > 0 && <p className="text-small">{colleaguesIn === 1 ? '1 other' : `${colleaguesIn} others`} from the same employer {colleaguesIn === 1 ? 'is' : 'are'} in</p>}
    </>
  )
}

/** The same once it is decided. */
export function CandidateLine({ at, candidate: { entryId, nominee, job, employer, place, reason } }: Pick<Props, 'at' | 'candidate'>) {
  return (
    <li className="grid gap-1 border-t border-hair py-4">
      <p className="flex flex-wrap items-baseline gap-x-3"><a href={`${at}/entries/${entryId}`} className="inline-flex min-h-11 items-center font-bold">{nominee}</a><Tag tone={place === 'in' ? 'good' : 'neutral'}>{placeWords[place]}</Tag></p>
      <p className="text-ink2">{[job, employer].filter(Boolean).join(', ')}</p>
      {reason && <p>{reason}</p>}
    </li>
  )
}
