import type { LookAlike } from '#app/features/screening/matches.queries.server.ts'
import { answerLabels } from '#app/features/screening/ui/labels.tsx'
import { placeField, reasonField, wasField } from '#app/features/shortlisting/forms.ts'
import type { Candidate } from '#app/features/shortlisting/queries.server.ts'
import { placeWords } from '#app/features/shortlisting/words.ts'
import { Radios, TextField } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { shortlistPlaces } from '#db/vocabulary.ts'

interface Props {
  at: string
  candidate: Candidate & { lookAlikes: LookAlike[] }
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
        <Circumstances at={at} candidate={candidate} />
      </div>
      <div className="grid content-start gap-4">
        <HiddenField name={wasField(entryId)} value={typed(wasField(entryId), place)} />
        <Radios name={placeField(entryId)} legend={<span className="sr-only">{nominee}: in or out?</span>} inline value={typed(placeField(entryId), place)} error={errors[placeField(entryId)]}
          options={shortlistPlaces.map((value) => ({ value, label: placeWords[value] }))} />
        <TextField name={reasonField(entryId)} label={<>Why<span className="sr-only">, for {nominee}</span></>} value={typed(reasonField(entryId), reason)} error={errors[reasonField(entryId)]} autoComplete="off" />
      </div>
    </li>
  )
}

function Circumstances({ at, candidate }: Pick<Props, 'at' | 'candidate'>) {
  const { job, employer, alsoIn, colleaguesIn, waits } = candidate
  return (
    <>
      <p className="text-ink2">{[job, employer].filter(Boolean).join(', ') || 'Workplace not given'}</p>
      <WhatSpeaks candidate={candidate} />
      {waits && <p><Tag tone="waiting">Changed since it was screened</Tag></p>}
      <MayBe at={at} candidate={candidate} />
      {alsoIn.length > 0 && <p className="text-small">Also in for {alsoIn.join(' and ')}</p>}
      {colleaguesIn > 0 && <p className="text-small">{colleaguesIn === 1 ? '1 other' : `${colleaguesIn} others`} from the same employer {colleaguesIn === 1 ? 'is' : 'are'} in</p>}
    </>
  )
}

/** What was said of them, by how many, and whether they know. */
function WhatSpeaks({ candidate: { sentence, nominations, told, answer } }: { candidate: Candidate }) {
  const count = nominations === 1 ? '1 nomination' : `${nominations} nominations`
  return (
    <>
      {sentence && <blockquote>“{sentence}”</blockquote>}
      <p className="text-small text-ink2">{[count, told ? 'Told' : 'Not told yet', ...(told || answer !== 'none' ? [answerLabels[answer]] : [])].join(' · ')}</p>
    </>
  )
}

function MayBe({ at, candidate: { nominee, nomineeId, lookAlikes } }: Pick<Props, 'at' | 'candidate'>) {
  if (lookAlikes.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-small">
      <Tag tone="waiting">Look-alike</Tag>
      {lookAlikes.map(({ id, name }) => (
        <a key={id} href={`${at}/same/${nomineeId}/${id}`} className="inline-flex min-h-11 items-center">May be {name}<span className="sr-only">: look at {nominee} and {name}</span></a>
      ))}
    </div>
  )
}

/** The same once it is decided. */
export function CandidateLine({ at, candidate }: Pick<Props, 'at' | 'candidate'>) {
  const { entryId, nominee, job, employer, place, reason } = candidate
  return (
    <li className="grid gap-1 border-t border-hair py-4">
      <p className="flex flex-wrap items-baseline gap-x-3"><a href={`${at}/entries/${entryId}`} className="inline-flex min-h-11 items-center font-bold">{nominee}</a><Tag tone={place === 'in' ? 'good' : 'neutral'}>{placeWords[place]}</Tag></p>
      <p className="text-ink2">{[job, employer].filter(Boolean).join(', ')}</p>
      <WhatSpeaks candidate={candidate} />
      <MayBe at={at} candidate={candidate} />
      {reason && <p>{reason}</p>}
    </li>
  )
}
