import { toThisYears } from '#app/features/editions/here.server.ts'

/** This year's categories. */
export const loader = toThisYears('categories')
