import { cleanText, type FieldErrors } from '#app/platform/form.server.ts'

export interface Upload {
  /** as its sender called it; for people to read, never a path */
  name: string
  bytes: Uint8Array
}
export type ReadUpload = { ok: true; value: Upload } | { ok: false; errors: FieldErrors }

/** Reads a form whose one field is a file. How large it may be is the server's to say (`handle.uploads`). */
export async function readUpload(request: Request, field: string): Promise<ReadUpload> {
  const form = await request.formData().catch(() => new FormData())
  const [file, ...more] = form.getAll(field)
  const isOurs = more.length === 0 && [...form.keys()].every((name) => name === field)
  if (!isOurs) return { ok: false, errors: { form: 'This page sent something we did not ask for. Choose the file and send it again.' } }
  if (file instanceof File && file.name === '' && file.size === 0) return { ok: false, errors: { [field]: 'Choose a file.' } }
  if (!(file instanceof File) || file.size === 0) return { ok: false, errors: { [field]: 'Choose a file that is not empty.' } }
  return { ok: true, value: { name: cleanText(file.name).slice(-120), bytes: new Uint8Array(await file.arrayBuffer()) } }
}
