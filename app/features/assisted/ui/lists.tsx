import { enterPath, nominationPath } from '#app/features/assisted/paths.ts'
import type { BegunLine, ReceiptLine } from '#app/features/assisted/queries.server.ts'
import { channelWords } from '#app/features/assisted/words.ts'
import { SectionTitle } from '#app/ui/heading.tsx'

const line = 'inline-flex min-h-11 items-center font-bold'

/** Calls that broke off and forms half typed in. Nobody has sent them. */
export function BegunList({ slug, begun }: { slug: string; begun: (BegunLine & { at: string })[] }) {
  if (begun.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionTitle>Begun and not sent</SectionTitle>
      <ul className="grid gap-1">
        {begun.map(({ id, nominee, nominator, channel, at }) => (
          <li key={id}>
            <a href={enterPath(slug, id, 'who')} className={line}>{nominee || 'No name yet'}</a>{' '}
            <span className="text-ink2">{[nominator && `by ${nominator}`, channelWords[channel].toLowerCase(), at].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ReceiptsToGive({ slug, receipts }: { slug: string; receipts: ReceiptLine[] }) {
  if (receipts.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionTitle>Receipts still to give</SectionTitle>
      <ul className="grid gap-1">
        {receipts.map(({ nominationId, reference, nominator, route }) => (
          <li key={nominationId}>
            <a href={nominationPath(slug, nominationId, 'receipt')} className={line}>{reference}</a>{' '}
            <span className="text-ink2">{route === 'letter' ? 'a letter' : 'a call'} to {nominator || 'the nominator'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
