import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { tellForm } from '#app/features/screening/forms.ts'
import { listOpenLookAlikes } from '#app/features/screening/matches.queries.server.ts'
import { chosenPerson } from '#app/features/screening/notice-view.ts'
import { mostAtOnce, tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { countWithoutEmail, isMailUnderWay, listMailable, listPersons, type ToldPerson } from '#app/features/screening/notices.queries.server.ts'
import { Cautions, ChosenFields, Names } from '#app/features/screening/ui/names.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** Before people are written to: those chosen (`?nominee=…`), or (`?everybody`) all who are still to be told and have an address. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const search = new URL(args.request.url).searchParams
  const everybody = search.has('everybody')
  const chosen = everybody ? await listMailable(ctx, edition, mostAtOnce) : await listPersons(ctx, edition, search.getAll('nominee').slice(0, mostAtOnce))
  const alike = await listOpenLookAlikes(ctx, edition, chosen.map(({ id }) => id))
  const lines = (people: ToldPerson[], besideOf: (person: ToldPerson) => string) => people.map((person) => chosenPerson(person, besideOf(person), edition, alike))
  const free = chosen.filter((person) => !isMailUnderWay(person))
  return {
    slug: edition.slug, name: edition.name, ready: lines(free.filter(({ email }) => email), ({ email = '' }) => email),
    left: [
      ...lines(chosen.filter((person) => isMailUnderWay(person)), () => 'A message is in the outbox'),
      ...lines(free.filter(({ email }) => !email), () => 'No email address: print a letter'),
    ],
    others: everybody ? await countWithoutEmail(ctx, edition) : 0,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, tellForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const told = await tellByEmail(ctx, edition, form.value.nominee)
  return told.ok ? seeOther(`/organise/${edition.slug}/notices?done=queued`) : refusedForm(told)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Write to nominees – Notices ${data?.slug ?? ''} – ${siteName}` }]

export default function NoticesEmail() {
  const { slug, name, ready, left, others } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/notices`
  const count = ready.length === 1 ? '1 nominee' : `${ready.length} nominees`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <BackLink href={at}>Notices</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={name}>{ready.length ? `Write to ${count}?` : 'Nobody to write to'}</PageTitle>
      {ready.length > 0 ? (
        <>
          <Lead>Each gets an email that says they are nominated and for what, by whom if the nominator agreed, what we hold and why, and a link to their own page. You can hold the messages in the outbox until they have gone.</Lead>
          {!again && <Cautions people={ready} />}
          <Names slug={slug} label="Who is written to" people={ready} />
          <Form>
            <ChosenFields people={ready} />
            <ButtonRow>
              <Button>{`Write to ${count}`}</Button>
              <LinkButton href={at} variant="quiet">Not now</LinkButton>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <Lead>Choose people in the list who have an email address and to whom no message is on its way. For the others, print letters or ring.</Lead>
      )}
      {left.length + others > 0 && (
        <section className="grid gap-4">
          <SectionTitle>Not written to</SectionTitle>
          {left.length > 0 && <Names slug={slug} label="Who is not written to" people={left} />}
          {others > 0 && <p>{others === 1 ? '1 nominee has' : `${others} nominees have`} no email address: print a letter. They are among those <a href={`${at}?show=to-tell`}>still to tell</a>.</p>}
        </section>
      )}
    </OrganiserFrame>
  )
}
