import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { newPassphrase } from '#app/features/ceremony/pack-lock.server.ts'
import { readPack } from '#app/features/ceremony/pack.queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { need } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** Each look has a passphrase of its own. Nothing is kept of it, and no name is here. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { results, steps } = need(await readPack(ctx, edition))
  return { slug: edition.slug, passphrase: newPassphrase(), secret: results.filter(({ isPublic }) => !isPublic).length, empty: steps.length === 1 }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Stage pack – Ceremony ${data?.slug ?? ''} – ${siteName}` }]

export default function StagePack() {
  const { slug, passphrase, secret, empty } = useLoaderData<typeof loader>()
  const here = `/organise/${slug}/ceremony`
  return (
    <OrganiserFrame slug={slug} here={here} width="form">
      <BackLink href={here}>The ceremony</BackLink>
      <PageTitle>Stage pack</PageTitle>
      <Lead>One file that runs the night without a network. The winners’ names are locked in it until somebody types the passphrase.</Lead>
      <Prose>
        <ul>
          <li>The screen of the hall, step by step, by keyboard or clicker: each name is opened at its own step.</li>
          <li>The presenter’s script with the winners and what is said of them, and a card for each winner, to print.</li>
        </ul>
      </Prose>
      {empty
        ? <EmptyState title="There is no running order yet"><p>Without one the file would show a single screen. An organiser makes it on the page “The ceremony”.</p></EmptyState>
        : <Take at={`${here}/pack/file`} passphrase={passphrase} secret={secret} />}
    </OrganiserFrame>
  )
}

function Take({ at, passphrase, secret }: { at: string; passphrase: string; secret: number }) {
  return (
    <>
      <Notice tone="warning" title="The passphrase of this file: write it down now">
        <p className="text-h2 font-bold tracking-[0.04em] whitespace-nowrap">{passphrase}</p>
        <p>It is made for this one file, and nobody keeps it: the next look at this page shows another. Hand it over apart from the file, by telephone or in a closed envelope.</p>
      </Notice>
      <SectionTitle>What this does</SectionTitle>
      <Prose>
        <ul>
          <li>{secret === 0 ? 'Every winner is public already.' : `It is noted in the audit trail that you looked at ${secret === 1 ? 'the result that is' : `${secret} results that are`} not public yet.`}</li>
          <li>After an amendment, a change to the running order or a corrected name the file is out of date. Make a new one, and delete the old.</li>
        </ul>
      </Prose>
      <Form action={at}>
        <HiddenField name="passphrase" value={passphrase} />
        <ButtonRow><Button>Download the stage pack</Button></ButtonRow>
      </Form>
    </>
  )
}
