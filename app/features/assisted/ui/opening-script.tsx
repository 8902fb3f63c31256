import { Say } from '#app/features/assisted/ui/say.tsx'
import { Checkboxes } from '#app/ui/field.tsx'

interface OpeningScriptProps {
  opening: string
  privacy: string[]
  isRead: boolean
  values: Record<string, string | string[]>
  error?: string
}

/** What a caller hears before the first question; that the privacy words were read is written down. */
export function OpeningScript({ opening, privacy, isRead, values, error }: OpeningScriptProps) {
  return (
    <>
      <Say>
        <p>{opening}</p>
        {privacy.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </Say>
      <Checkboxes name="notice" legend="Privacy" values={isRead ? ['read'] : [values.notice ?? []].flat()} error={error} options={[{ value: 'read', label: 'I have read these words to them' }]} />
    </>
  )
}
