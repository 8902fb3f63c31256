import type { Order } from '#tests/bench/servers.ts'

export interface Row {
  name: string
  figures: Record<string, string | number>
  /** what must hold, in words, and whether it did */
  wanted: string
  held: boolean
}

export interface Bench {
  /** a folder that goes when the bench ends */
  folder: string
  rounds: number
  serve: (order: Order) => Promise<{ port: number; stop: () => void }>
}
