import { z } from 'zod'

const hex = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

/** What is published of one sealing. Until the reveal there is the hash alone. */
const publishedLeaf = z.object({
  /** slug of the category, as the leaf says it too */
  category: z.string(),
  title: z.string(),
  number: z.number().int().positive(),
  hash: hex,
  sealedAt: z.string(),
  /** why it was amended; empty for the first */
  reason: z.string(),
  opened: z
    .object({
      leaf: z.string(),
      nonce: z.string(),
      /** of those who were named on stage, as far as their name is public */
      names: z.array(z.object({ entry: z.string(), name: z.string(), salt: z.string() })),
    })
    .nullable(),
})

const publishedRoot = z.object({ number: z.number().int().positive(), root: hex, leaves: z.array(hex), madeAt: z.string() })

/** The file that anybody may download from an edition's page “The seal”, and check. */
export const publishedSealSchema = z.object({ format: z.literal('seal-1'), edition: z.string(), leaves: z.array(publishedLeaf), roots: z.array(publishedRoot) })
export type PublishedSeal = z.infer<typeof publishedSealSchema>
export type PublishedLeaf = z.infer<typeof publishedLeaf>
