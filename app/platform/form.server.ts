import { z } from 'zod'

export type FieldErrors = Record<string, string>
/** What the person sent, as they sent it, to be shown again. */
export type FieldValues = Record<string, string | string[]>
export type ReadForm<T> = { ok: true; value: T; values: FieldValues } | { ok: false; errors: FieldErrors; values: FieldValues }

/** A form that is a button and nothing else. */
export const nothingForm = z.object({})

/** Fields any form may carry beside its own. */
const always = new Set(['intent'])

/**
 * Reads a posted form against `schema`, a flat zod object: a list field may be repeated, any other comes once,
 * and nothing else may come. Text arrives trimmed, in NFC, with `\n` line ends. Errors are sentences by field;
 * what fits no field is under `form`.
 */
export async function readForm<S extends z.ZodObject>(request: Request, schema: S): Promise<ReadForm<z.output<S>>> {
  const form = await request.formData().catch(() => undefined)
  const read = parseForm(form ?? new FormData(), schema)
  return form ? read : { ok: false, values: read.values, errors: { form: 'We could not read what was sent. Fill in the page and send it again.' } }
}

export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): ReadForm<z.output<S>> {
  const values: FieldValues = {}
  const errors: FieldErrors = {}
  for (const name of new Set(form.keys())) {
    const field: unknown = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    const sent = form.getAll(name).map((one) => (typeof one === 'string' ? cleanText(one) : ''))
    if (field && isList(field)) values[name] = sent
    else if (field) {
      values[name] = sent[0] ?? ''
      if (sent.length > 1) errors[name] = 'This answer came twice. Check it and send it once.'
    } else if (!always.has(name)) errors.form = 'This page sent something we did not ask for. Your answers are below; check them and try again.'
  }
  for (const [name, field] of Object.entries(schema.shape)) values[name] ??= isList(field) ? [] : ''
  const read = schema.safeParse(values)
  for (const issue of read.success ? [] : read.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return read.success && Object.keys(errors).length === 0 ? { ok: true, value: read.data, values } : { ok: false, errors: inOrder(errors, Object.keys(schema.shape)), values }
}

/** As the fields stand on the page, which is the schema's order; what is about no field comes first. */
function inOrder(errors: FieldErrors, fields: string[]): FieldErrors {
  const place = (name: string) => fields.findIndex((field) => field === name || field.startsWith(`${name}.`))
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => place(a) - place(b)))
}

function isList(field: unknown): boolean {
  return field instanceof z.ZodArray
}

/** As typed, but without what no keyboard meant: control characters, lone surrogates, mixed line ends. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '')
    .normalize('NFC') // only now: what was taken out may have stood between a letter and its accent
    .trim()
}
