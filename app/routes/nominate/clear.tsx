import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useSite } from '#app/features/editions/ui/site.ts'
import { clearRing } from '#app/features/nominations/ring.server.ts'
import { seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'

export function loader({ request }: LoaderFunctionArgs) {
  return { cleared: new URL(request.url).searchParams.get('done') === 'cleared' }
}

/** "Finish and clear this device": the next person at a shared tablet sees nothing. Drafts themselves stay. */
export async function action({ context: { cookies } }: ActionFunctionArgs) {
  return seeOther('/nominate/clear?done=cleared', await clearRing(cookies))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.cleared ? 'This device is cleared' : 'Clear this device?'} – Nominate – ${siteName}` },
  { name: 'description', content: 'Leave nothing of your nominations on this phone, tablet or computer, and how to come back to them.' },
]

export default function Clear() {
  const { cleared } = useLoaderData<typeof loader>()
  return <PublicFrame width="form">{cleared ? <Cleared /> : <Asking />}</PublicFrame>
}

function Cleared() {
  return (
    <>
      <PageTitle>This device is cleared</PageTitle>
      <Lead>This device holds nothing of your nominations any more.</Lead>
      <p><a href="/">Go to the first page</a></p>
    </>
  )
}

/** What is lost is said first: without an address of theirs, nobody but us can lead them back. */
function Asking() {
  const site = useSite()
  return (
    <>
      <PageTitle>Clear this device?</PageTitle>
      <Lead>Whoever uses it next then sees nothing of the nominations made here.</Lead>
      <Prose>
        <ul>
          <li><strong>What is sent</strong> counts all the same. To come back to it, use the link in our email. If you gave no email address, the only way back is by phone: write your reference down, and <Contact host={{ phone: site.phone, email: site.email }} />.</li>
          <li><strong>What is not sent</strong> can only be opened with <a href="/nominate/new-link">a new link</a>, by email. If you gave no email address, it is lost: send it first, or save it for later.</li>
        </ul>
      </Prose>
      <Form>
        <ButtonRow>
          <Button variant="danger">Clear this device</Button>
          <LinkButton href="/nominate" variant="secondary">Keep everything</LinkButton>
        </ButtonRow>
      </Form>
    </>
  )
}
