import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { findAssistedOf } from '#app/features/assisted/queries.server.ts'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { actForm } from '#app/features/nominations/forms.ts'
import { sendLinkAgain } from '#app/features/nominations/links.commands.server.ts'
import { readSuspicions, releaseNomination } from '#app/features/nominations/looking.server.ts'
import { countLinks } from '#app/features/nominations/links.queries.server.ts'
import { canRelease, canSendLink } from '#app/features/nominations/policy.ts'
import { findNominationIn, getAsked, getSentAnswers, listVersions } from '#app/features/nominations/queries.server.ts'
import { AnswersList } from '#app/features/nominations/ui/answers-list.tsx'
import { channelLabels, stateLabels } from '#app/features/nominations/ui/labels.ts'
import { ToLookAt } from '#app/features/nominations/ui/to-look-at.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { listEntriesOf } from '#app/features/screening/screening.queries.server.ts'
import { EntryLinks } from '#app/features/screening/ui/entry.tsx'
import type { Ctx } from '#app/platform/context.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'
import type { NominationRow } from '#db/schema.ts'

/** One nomination in full, in the version in force or an earlier one (`?version=1`). */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const nomination = await findNominationIn(ctx, edition, args.params.nomination ?? '')
  if (!nomination) throw notFound()
  const versions = await listVersions(ctx, nomination.id)
  const asked = Number(new URL(args.request.url).searchParams.get('version') ?? nomination.version)
  const shown = versions.find((one) => one.version === asked)
  if (!shown) throw notFound()
  const stamp = (at: string) => stampText(at, edition.time_zone)
  const { id, reference, state, channel, version, nominator_email: email, nominator_phone: phone } = nomination
  const { code: noLink } = { code: undefined, ...canSendLink(ctx.actor, edition, nomination) }
  return {
    slug: edition.slug, id, nomineeId: nomination.nominee_id, reference, state, channel, inForce: version, shown: shown.version, notice: await noticeText(ctx, nomination, stamp),
    late: nomination.late === 1, received: stamp(nomination.received_at), withdrawn: nomination.withdrawn_at && stamp(nomination.withdrawn_at),
    versions: versions.map((one) => ({ version: one.version, at: stamp(one.at) })),
    link: { noLink, email, phone, seen: await countLinks(ctx, id), done: saidDone(args.request, said) },
    suspicions: state === 'live' && !nomination.looked_at ? readSuspicions(nomination) : [], mayRelease: canRelease(ctx.actor, edition, nomination).ok,
    entries: (await listEntriesOf(ctx, nomination.nominee_id)).filter((one) => one.state === 'live'), history: await listHistory(ctx, edition, id),
    asked: await getAsked(ctx, edition), answers: await getSentAnswers(ctx, { id, version: shown.version }),
  }
}

/** Which notice they were given, and when it was read to them if they rang. */
async function noticeText(ctx: Ctx, nomination: NominationRow, stamp: (at: string) => string): Promise<string> {
  const readAt = (await findAssistedOf(ctx, nomination))?.notice_read_at
  return `Version ${nomination.notice_version}${readAt ? `, read out ${stamp(readAt)}` : ''}`
}

const said = { 'link-sent': 'The link is in the outbox and goes out at once.', released: 'Released. It goes on like any other.' }

/** Sends the nominator a new link, or releases what was to be looked at. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const id = args.params.nomination ?? ''
  const form = await readForm(args.request, actForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, seen } = form.value
  const done = intent === 'release' ? await releaseNomination(ctx, edition, id) : await sendLinkAgain(ctx, edition, id, seen)
  return done.ok ? seeOther(`/organise/${edition.slug}/nominations/${id}?done=${intent === 'release' ? 'released' : 'link-sent'}`) : refusedForm(done)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.answers.name ?? 'Nomination'} ${data?.reference ?? ''} – Nominations – ${siteName}` },
]

export default function NominationPage() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const home = `/organise/${page.slug}/nominations`
  const earlier = page.shown !== page.inForce
  return (
    <OrganiserFrame slug={page.slug} here={home} width="text">
      <BackLink href={home}>All nominations</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      {page.link.done && !again && <Notice tone="success" role="status" title={page.link.done} />}
      <PageTitle caption={page.reference}>{page.answers.name}</PageTitle>
      {earlier && <Notice tone="warning" title={`This is version ${page.shown}`}><a href={`${home}/${page.id}`}>Read the version in force</a></Notice>}
      {page.withdrawn && <Notice tone="info" title={`Withdrawn by the nominator: ${page.withdrawn}`}>It takes no part in the awards.</Notice>}
      <ToLookAt suspicions={page.suspicions} mayRelease={page.mayRelease} seen={page.link.seen} />
      <SummaryList
        rows={[
          { key: 'State', value: stateLabels[page.state] },
          { key: 'Received', value: page.late ? `${page.received}, after the close` : page.received },
          { key: 'Came by', value: channelLabels[page.channel] },
          { key: 'Privacy notice', value: page.notice },
          { key: 'Nominator', value: <a href={`${home}/${page.id}/help`} className="inline-flex min-h-11 items-center">They ring back, or want it changed</a> },
          { key: 'Others', value: <a href={`/organise/${page.slug}/same?of=${page.nomineeId}`} className="inline-flex min-h-11 items-center">Who else may this be?</a> },
          ...(page.entries.length ? [{ key: page.entries.length === 1 ? 'Entry' : 'Entries', value: <EntryLinks slug={page.slug} entries={page.entries} /> }] : []),
        ]}
      />
      <AnswersList reader="organiser" asked={page.asked} answers={page.answers} file={{ keep: page.withdrawn || earlier ? undefined : `${home}/${page.id}/attachment` }} />
      <LinkToNominator {...page.link} />
      {page.versions.length > 1 && (
        <section className="grid gap-4">
          <SectionTitle>Versions</SectionTitle>
          <ol className="grid gap-2">
            {page.versions.map(({ version, at }) => (
              <li key={version}>{version === page.shown ? `Version ${version}, ${at}` : <a href={`${home}/${page.id}?version=${version}`}>Version {version}, {at}</a>}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="grid gap-4">
        <SectionTitle>What happened</SectionTitle>
        <History label="What happened to this nomination" rows={page.history} />
      </section>
    </OrganiserFrame>
  )
}

/** For nominators who have lost their receipt. */
function LinkToNominator({ noLink, email, phone, seen }: { noLink?: string; email: string; phone: string; seen: number }) {
  if (noLink === 'not-yours') return null
  return (
    <section className="grid gap-4 print:hidden">
      <SectionTitle>If the nominator has lost their link</SectionTitle>
      {noLink ? (
        <p>They gave no email address, so no link can be sent. Ring them{phone && ` on ${phone}`} and tell them how it stands.</p>
      ) : (
        <Form>
          <HiddenField name="seen" value={seen} />
          <p>We write to {email} with a new link to this nomination. The links they have go on working.</p>
          <div><Button variant="secondary">Send the link again</Button></div>
        </Form>
      )}
    </section>
  )
}
