import {type Story, storyToHash} from '@hromada/twin/layers'

/** Longer addresses are cut by some mail and chat programs. */
export const mostLinkLetters = 8000

/** Address of a city's own story, or of one that travels in the address itself. */
export async function storyLink(
  address: string,
  city: string,
  {id, story}: {id: string | null; story: Story},
): Promise<string> {
  const link = new URL(address, location.href)
  link.searchParams.set('city', city)
  if (id) link.searchParams.set('story', id)
  else link.hash = `story=${await storyToHash(story)}`
  return link.href
}
