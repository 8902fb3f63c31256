import type { ReactNode } from 'react'
import type { Attachment } from '#app/domain/attachment.ts'
import { draftPath, filePath } from '#app/features/nominations/paths.ts'
import { FileText } from '#app/features/nominations/ui/answers-list.tsx'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Inset } from '#app/ui/panel.tsx'

interface StepProps {
  draftId: string
  /** nothing can be changed any more */
  fixed: boolean
  error?: string
}

/** A nominator is asked for a file, which they need not have. */
export function AddFile({ draftId, fixed, error }: StepProps) {
  return (
    <>
      <PageTitle caption="Picture or PDF">Would you like to add a picture or a PDF?</PageTitle>
      <Lead>You need not. Judges read words and do not see it, so that every nomination is judged alike. The organisers look at it.</Lead>
      <WhatMayBeAdded />
      {!fixed && (
        <FileForm label="The file" error={error}>
          <Button>Add this file</Button>
          <LinkButton href={draftPath(draftId, 'check')} variant="secondary">Go on without a file</LinkButton>
        </FileForm>
      )}
      {!fixed && <p><a href={draftPath(draftId, 'later')} className="inline-flex min-h-11 items-center">Save and come back later</a></p>}
    </>
  )
}

/** There is one: it stays, or makes place for another where files are `taken`, or goes. */
export function ChangeFile({ draftId, attachment, taken, fixed, error }: StepProps & { attachment: Attachment; taken: boolean }) {
  return (
    <>
      <PageTitle caption="Picture or PDF">You have added a file</PageTitle>
      <Inset><p><FileText attachment={attachment} keep={filePath(draftId, attachment)} /></p></Inset>
      <ButtonRow><LinkButton href={draftPath(draftId, 'check')}>Continue</LinkButton></ButtonRow>
      {taken && (
        <>
          <SectionTitle>Another in its place</SectionTitle>
          <WhatMayBeAdded />
          <FileForm label="The other file" error={error}><Button variant="secondary">Replace the file</Button></FileForm>
        </>
      )}
      {!fixed && (
        <>
          <SectionTitle>None after all</SectionTitle>
          <Form action="?remove"><div><Button variant="secondary">Remove the file</Button></div></Form>
        </>
      )}
    </>
  )
}

function FileForm({ label, error, children }: { label: string; error?: string; children: ReactNode }) {
  return (
    <Form encType="multipart/form-data">
      <FileField name="file" label={label} accept="image/jpeg,image/png,image/webp,application/pdf" error={error} hint="A JPEG, PNG or WebP picture, or a PDF, up to 8 MB." />
      <ButtonRow>{children}</ButtonRow>
    </Form>
  )
}

function WhatMayBeAdded() {
  return (
    <Prose>
      <ul>
        <li><strong>Nobody who receives care may be in it, or be named in it, unless they have agreed.</strong> Ask anybody else who can be seen in it, too.</li>
        <li>It is never published, and is deleted with the nomination.</li>
        <li>Of a picture we keep a copy that does not say where and when it was taken. A PDF is kept as it is, with what it says of who made it.</li>
      </ul>
    </Prose>
  )
}
