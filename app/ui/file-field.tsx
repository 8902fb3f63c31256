import { classes } from '#app/ui/classes.ts'
import { control, describedBy, edge, FieldFrame } from '#app/ui/field-parts.tsx'
import type { FieldProps } from '#app/ui/field.tsx'

/** A file to choose. Its form needs `encType="multipart/form-data"`; what was chosen cannot be shown again after an error. */
export function FileField(props: Omit<FieldProps, 'value'> & { accept: string }) {
  const { name, error, accept } = props
  return (
    <FieldFrame {...props}>
      <input id={name} name={name} type="file" accept={accept} aria-describedby={describedBy(name, props)} aria-invalid={error ? true : undefined} className={classes(control, edge(error), 'py-3')} />
    </FieldFrame>
  )
}
