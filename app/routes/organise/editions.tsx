import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canAssist, isOwner } from '#app/domain/actor.ts'
import { byTheClock } from '#app/domain/edition-stage.ts'
import { dayText } from '#app/domain/time.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { AccountFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAccount } from '#app/features/people/guard.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/heading.tsx'

/** The editions one may see. With only one, straight to it. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, account } = requireAccount(args)
  const owner = isOwner(account)
  const editions = (await listEditions(ctx)).filter((edition) => canAssist(account, edition.id))
  if (editions.length === 0 && !owner) throw notFound()
  if (editions.length === 1 && editions[0]) throw redirect(`/organise/${editions[0].slug}`)
  return {
    owner,
    editions: editions.map((one) => ({
      slug: one.slug, name: one.name, ceremony: dayText(one.ceremony_at, one.time_zone), stage: byTheClock(one, one.now).stage,
      kind: one.rehearsal ? 'Rehearsal' : one.current ? 'On the public pages' : 'Not on the public pages',
    })),
  }
}

export const meta: MetaFunction = () => [{ title: `Editions – Organise – ${siteName}` }]

export default function Editions() {
  const { editions, owner } = useLoaderData<typeof loader>()
  const start = <LinkButton href="/organise/new">Start an edition</LinkButton>
  return (
    <AccountFrame width="wide">
      <PageTitle>Editions</PageTitle>
      {editions.length === 0 ? (
        <EmptyState title="There is no edition yet">
          <p>An edition is one year’s awards. It begins with the twelve categories, their criteria and questions, and a timetable counted back from 23 March. You can change all of it.</p>
          <ButtonRow>{start}</ButtonRow>
        </EmptyState>
      ) : (
        <>
          <CardGrid>
            {editions.map((one) => (
              <Card key={one.slug} title={one.name} level={2} href={`/organise/${one.slug}`} meta={one.kind}>
                <p>At {one.stage}. Ceremony on {one.ceremony}.</p>
              </Card>
            ))}
          </CardGrid>
          {owner && <ButtonRow>{start}</ButtonRow>}
        </>
      )}
    </AccountFrame>
  )
}
