import type { FieldErrors, FieldValues } from '#app/platform/form.server.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'

/** What a cue says. The screen shows a category's own name, so its title is not asked. */
export function CueFields({ values, errors, titled }: { values: FieldValues; errors: FieldErrors; titled: boolean }) {
  const field = (name: string) => ({ name, value: String(values[name] ?? ''), error: errors[name] })
  return (
    <>
      {titled ? <TextField {...field('title')} label="What the screen shows" hint="A few words, large." /> : <HiddenField name="title" value="" />}
      <TextArea {...field('script')} label="What the presenter says" hint="No winner’s name: this is written before anybody may know." rows={10} optional />
    </>
  )
}
