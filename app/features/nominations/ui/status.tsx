import { FileText, type FilePlaces } from '#app/features/nominations/ui/answers-list.tsx'
import type { StatusFacts } from '#app/features/nominations/status.server.ts'
import { SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Said wherever a nominator may have gone away from changes, taking them for sent. */
export function UnsentChanges({ mayEdit }: { mayEdit: boolean }) {
  return mayEdit
    ? <Notice tone="warning" title="You have changes that are not sent yet">Until you send them, what you sent before counts.</Notice>
    : <Notice tone="info" title="You made changes and did not send them">Nominations have closed, so what you had sent by then counts.</Notice>
}

/**
 * What became of a nomination and what happens next: the same on the page after sending and behind the link in the mail. That
 * link may have been passed on, so the file itself is only to be had (`keep`) on the device that sent it.
 */
export function NominationStatus({ facts, showReference, keep }: { facts: StatusFacts; showReference: boolean } & Pick<FilePlaces, 'keep'>) {
  const tag = facts.withdrawn ? <Tag tone="stopped">Withdrawn</Tag> : <Tag tone="good">{facts.versions > 1 ? 'Received, and changed since' : 'Received'}</Tag>
  return (
    <>
      {facts.withdrawn && <Notice tone="info" title={`Withdrawn at ${facts.withdrawn}`}>Nobody will judge it. What you sent is deleted with the others after the awards.</Notice>}
      {facts.unsentChanges && <UnsentChanges mayEdit={facts.mayEdit} />}
      <SummaryList
        rows={[
          ...(showReference ? [{ key: 'Reference', value: facts.reference }] : []),
          { key: 'Where it is', value: tag },
          { key: 'For', value: facts.nominee },
          { key: facts.categories.length > 1 ? 'Categories' : 'Category', value: facts.categories.join(', ') },
          { key: 'Received', value: facts.received },
          ...(facts.attachment ? [{ key: 'Picture or PDF', value: <FileText attachment={facts.attachment} keep={keep} /> }] : []),
        ]}
      />
      {!facts.withdrawn && (
        <section className="grid gap-4">
          <SectionTitle>What happens next</SectionTitle>
          {facts.over ? (
            <p>The awards have been given. <a href="/winners">See the winners</a>, and thank you for writing.</p>
          ) : (
            <ol className="grid list-decimal gap-2 pl-6">
              {facts.next.map((line) => <li key={line}>{line}</li>)}
            </ol>
          )}
        </section>
      )}
    </>
  )
}
