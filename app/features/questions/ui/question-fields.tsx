import { Radios, TextArea, TextField } from '#app/ui/field.tsx'

export function QuestionFields({ values, errors }: { values: Record<string, string | string[]>; errors: Record<string, string> }) {
  const field = (name: string) => ({ name, value: String(values[name] ?? ''), error: errors[name] })
  return (
    <>
      <TextArea {...field('label')} label="The question" hint="As a neighbour would ask it. Judges read the answers under it." rows={2} />
      <TextArea {...field('hint')} label="What helps to answer it" hint="Stands under the question. Remind people here to leave out names and health details of those who receive care." rows={4} optional />
      <TextField {...field('wordLimit')} label="Most words" hint="Fewer than 200 are kinder to write and to judge." inputMode="numeric" width="short" />
      <TextField {...field('leastWords')} label="Fewest words" hint="0, if a few will do." inputMode="numeric" width="short" />
      <Radios {...field('answer')} legend="Must it be answered?" options={[{ value: 'must', label: 'Yes' }, { value: 'may', label: 'No, it may be left empty' }]} />
    </>
  )
}
