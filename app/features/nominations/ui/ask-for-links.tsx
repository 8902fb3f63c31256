import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** By which a nominator gets new links when theirs are lost, used or too old. */
export function AskForLinks({ email, error }: { email?: string; error?: string }) {
  return (
    <Form action="/nominate/new-link">
      <TextField name="email" type="email" label="Your email address" hint="The one your receipt or your code came to." value={email} error={error} autoComplete="email" spellCheck={false} />
      <div><Button>Send me a new link</Button></div>
    </Form>
  )
}

/** Instead of a dead end: a link that was used, is too old, was ended by a newer one, or was copied in part. */
export function LinkEnded({ children }: { children: string }) {
  return (
    <>
      <PageTitle>This link no longer works</PageTitle>
      <Lead>{children}</Lead>
      <AskForLinks />
    </>
  )
}
