import type { MessageAct } from '#app/domain/message-state.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import type { MessageState } from '#db/vocabulary.ts'

interface MessageActsProps {
  at: string
  version: number
  state: MessageState
  acts: MessageAct[]
  /** whether a copy of it may be sent, or that a secret stands in the way */
  again?: 'may' | 'secret'
  /** address of the copy that was */
  copyAt?: string
}

/** What can be done to a message now. Nothing is drawn for those who may only read. */
export function MessageActs({ at, version, state, acts, again, copyAt }: MessageActsProps) {
  if (copyAt && acts.length === 0) return <p><a href={copyAt}>It was sent again: see the new message</a></p>
  if (acts.length === 0 && !again) return null
  if (acts.length === 0 && again === 'secret') return <p className="max-w-text">It held a link or a code for its receiver alone, so it cannot be sent again. They can ask for a new one.</p>
  const may = (act: MessageAct) => acts.includes(act)
  return (
    <Form action={at}>
      <HiddenField name="version" value={version} />
      <ButtonRow>
        {may('release') && <Button name="intent" value="release">{state === 'failed' ? 'Try to send it again' : 'Release message'}</Button>}
        {may('hold') && <Button name="intent" value="hold">Hold message</Button>}
        {again === 'may' && !may('release') && <Button name="intent" value="send-again">Send message again</Button>}
        {may('edit') && <LinkButton href={`${at}/edit`} variant="secondary">Rewrite message</LinkButton>}
        {may('cancel') && <LinkButton href={`${at}/cancel`} variant="secondary">Cancel message</LinkButton>}
      </ButtonRow>
    </Form>
  )
}
