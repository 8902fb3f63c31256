import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { attachFile, detachFile } from '#app/features/attachments/commands.server.ts'
import { canAttach } from '#app/features/attachments/policy.ts'
import { AddFile, ChangeFile } from '#app/features/attachments/ui/file-step.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { allowUse } from '#app/features/nominations/limits.server.ts'
import { draftPath, isChanging } from '#app/features/nominations/paths.ts'
import { draftHeaders, draftPage, hindranceOf, requireDraft, type OpenDraft } from '#app/features/nominations/ring.server.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { readUpload } from '#app/platform/upload.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export const headers = draftHeaders
export const handle = { uploads: 'drafts' }

/** The last page of the form, where the edition takes files; for whoever has added one, also when it no longer does. */
export async function loader(args: LoaderFunctionArgs) {
  const open = await requireDraft(args)
  const { draft, asked, edition, sent } = open
  if (sent?.state === 'withdrawn') throw redirect(draftPath(draft.id, 'sent'))
  const { attachment } = draft.answers
  if (!asked.attachments && !attachment) throw notFound()
  const { status, hindered } = hindranceOf(open)
  return draftPage({ draftId: draft.id, edition: edition.slug, attachment, taken: asked.attachments, hindered, changing: isChanging(args.request) }, status)
}

/** Keeps the file that was sent, or takes out the one that is there (`?remove`). Whatever is wrong with it, the draft stays as it was. */
export async function action(args: ActionFunctionArgs) {
  const open = await requireDraft(args)
  const allowed = allowUse(args.context, 'attach')
  if (!allowed.ok) return refusedForm(allowed)
  return new URL(args.request.url).searchParams.has('remove') ? remove(args, open) : add(args, open)
}

async function add({ context, request }: ActionFunctionArgs, { ctx, edition, draft, sent }: OpenDraft) {
  const may = canAttach(edition, sent)
  if (!may.ok) return refusedForm(may)
  const upload = await readUpload(request, 'file')
  if (!upload.ok) return formAgain(upload.errors, {})
  const added = await attachFile(ctx, context.storage, edition, draft.id, upload.value.bytes)
  return added.ok ? seeOther(draftPath(draft.id, 'check')) : refusedForm(added, {}, 'file')
}

async function remove({ request }: ActionFunctionArgs, { ctx, edition, draft }: OpenDraft) {
  const form = await readForm(request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const removed = await detachFile(ctx, edition, draft.id)
  return removed.ok ? seeOther(draftPath(draft.id, 'check')) : refusedForm(removed)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.attachment ? 'Your picture or PDF' : 'Add a picture or a PDF'} – Nominate – ${siteName}` }]

export default function AttachmentStep() {
  const { draftId, edition, attachment, taken, hindered, changing } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <BackLink href={draftPath(draftId, changing ? 'check' : 'you')} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={errors} />}
      {attachment
        ? <ChangeFile draftId={draftId} attachment={attachment} taken={taken && !hindered} fixed={hindered !== undefined} error={errors.file} />
        : <AddFile draftId={draftId} fixed={hindered !== undefined} error={errors.file} />}
    </PublicFrame>
  )
}
