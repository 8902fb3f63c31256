import { toThisYears } from '#app/features/editions/here.server.ts'

/** How this year's awards are judged. */
export const loader = toThisYears('how-we-judge')
