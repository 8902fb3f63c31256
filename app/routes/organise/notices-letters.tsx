import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { tellForm } from '#app/features/screening/forms.ts'
import { listOpenLookAlikes } from '#app/features/screening/matches.queries.server.ts'
import { chosenPerson } from '#app/features/screening/notice-view.ts'
import { printLetters } from '#app/features/screening/notices.commands.server.ts'
import { isMailUnderWay, listPersons } from '#app/features/screening/notices.queries.server.ts'
import { Letters } from '#app/features/screening/ui/letters.tsx'
import { Cautions, ChosenFields, Names } from '#app/features/screening/ui/names.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** Before letters are made for those chosen (`?nominee=…`). */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const chosen = await listPersons(ctx, edition, new URL(args.request.url).searchParams.getAll('nominee').slice(0, 100))
  const alike = await listOpenLookAlikes(ctx, edition, chosen.map(({ id }) => id))
  return {
    slug: edition.slug, name: edition.name,
    people: chosen.filter((person) => !isMailUnderWay(person)).map((person) => chosenPerson(person, person.employer, edition, alike)),
  }
}

/** Makes the letters and answers them: their codes are shown this once. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, tellForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const letters = await printLetters(ctx, edition, form.value.nominee)
  return letters.ok ? data({ errors: {}, letters: letters.value }) : refusedForm(letters)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `Letters to nominees – Notices ${page?.slug ?? ''} – ${siteName}` }]

export default function NoticesLetters() {
  const { slug, name, people } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const at = `/organise/${slug}/notices`
  const count = people.length === 1 ? '1 letter' : `${people.length} letters`
  return (
    <OrganiserFrame slug={slug} here={at} width="form">
      <BackLink href={at}>Notices</BackLink>
      <ErrorSummary errors={made?.errors ?? {}} />
      {made && 'letters' in made ? (
        <Letters slug={slug} letters={made.letters} />
      ) : (
        <>
          <PageTitle caption={name}>{people.length ? `Print ${count}?` : 'No letters to print'}</PageTitle>
          <Lead>{people.length ? 'Each letter has a reference and a code for the nominee’s own page. They are shown once, so print at once. Then post the letters and mark each as posted.' : 'Choose people in the list of notices who are not being written to by email.'}</Lead>
          {people.length > 0 && (
            <>
              {!made && <Cautions people={people} />}
              <Names slug={slug} label="Who gets a letter" people={people} />
              <Form>
                <ChosenFields people={people} />
                <ButtonRow>
                  <Button>{`Make ${count}`}</Button>
                  <LinkButton href={at} variant="quiet">Not now</LinkButton>
                </ButtonRow>
              </Form>
            </>
          )}
        </>
      )}
    </OrganiserFrame>
  )
}
