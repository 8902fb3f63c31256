/** Where the meeting's pages are. */
export const meetingPath = (slug: string) => `/organise/${slug}/meeting`
export const itemPath = (slug: string, category: string) => `${meetingPath(slug)}/${category}`
export const citationPath = (slug: string, category: string, entryId: string) => `${itemPath(slug, category)}/citation/${entryId}`
