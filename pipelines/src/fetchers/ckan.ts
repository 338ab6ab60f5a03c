import {addressOf} from './address-of.ts'
import {chooseFiles} from './choose-files.ts'
import {expectation} from './expectation.ts'
import {FetchError, type Fetcher} from './fetcher.ts'
import {fetchFiles} from './shelf/fetch-files.ts'
import {readJson, recordsAt, textAt} from './shelf/read-json.ts'

/**
 * Resources of a CKAN package (action API v3, `package_show`), found by id, or by name and format. The resource's
 * address may lie on another host, and is checked like any other.
 */
export const fetchCkan: Fetcher<'ckan'> = async ({portal, package: id, resource}, context) => {
  const address = addressOf(portal, ['api', '3', 'action', 'package_show'], {id})
  const answer = await readJson({address}, context)
  const offered = recordsAt(answer, address, 'result', 'resources').flatMap(one => {
    const url = textAt(one, 'url')
    if (url === null || textAt(one, 'state') === 'deleted') return []
    return {
      id: textAt(one, 'id') ?? url,
      name: textAt(one, 'name') ?? url,
      formats: [textAt(one, 'format'), textAt(one, 'mimetype')].filter(format => format !== null),
      address: URL.parse(url.trim(), portal)?.href ?? url,
      // Naive UTC, so that texts compare as times.
      changedAt:
        textAt(one, 'last_modified') ?? textAt(one, 'metadata_modified') ?? textAt(one, 'created') ?? '',
    }
  })
  if (offered.length === 0) throw new FetchError(`The package "${id}" of ${portal} has no resources.`)
  return fetchFiles(
    chooseFiles(offered, resource, `The package "${id}"`).map((file, index) => ({
      name: String(index + 1).padStart(4, '0'),
      asks: [{address: file.address, expect: expectation(context.format)}],
    })),
    context,
  )
}
