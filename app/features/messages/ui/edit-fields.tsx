import type { ReactNode } from 'react'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Inset } from '#app/ui/panel.tsx'

interface Words {
  subject: string
  /** blocks of running text, each with the name of its field */
  texts: { name: string; text: string }[]
}

interface EditFieldsProps {
  words: Words
  typed?: Record<string, string | string[]>
  errors?: Record<string, string>
  /** Somebody else has rewritten it: what it says now stands under each field that says otherwise. */
  showBoth: boolean
}

export function EditFields({ words, typed, errors = {}, showBoth }: EditFieldsProps) {
  const valueOf = (name: string, now: string) => String(typed?.[name] ?? now)
  const field = (name: string, label: string, now: string) => ({ name, label, value: valueOf(name, now), error: errors[name] })
  return (
    <>
      <WithNow shown={showBoth && valueOf('subject', words.subject) !== words.subject} now={words.subject}>
        <TextField {...field('subject', 'Subject', words.subject)} />
      </WithNow>
      {words.texts.map(({ name, text }, index) => (
        <WithNow key={name} shown={showBoth && valueOf(name, text) !== text} now={text}>
          <TextArea {...field(name, `Paragraph ${index + 1}`, text)} rows={Math.min(12, 2 + Math.ceil(text.length / 60))} />
        </WithNow>
      ))}
    </>
  )
}

function WithNow({ shown, now, children }: { shown: boolean; now: string; children: ReactNode }) {
  if (!shown) return <>{children}</>
  return (
    <div className="grid gap-3">
      {children}
      <Inset>
        <p className="font-bold">It now says</p>
        <p className="whitespace-pre-line">{now}</p>
      </Inset>
    </div>
  )
}
