import { toThisYears } from '#app/features/editions/here.server.ts'

/** The address people guess: where this year's nominating begins. */
export const loader = toThisYears('nominate')
