import type {Client} from '@hromada/api'

type Comment = Parameters<Client['sendComment']>[1]

/** A comment as the fields of the page's form have it; whether it may be taken is for the API to say. */
export function readComment(fields: URLSearchParams): Comment {
  const [lon, lat] = [fields.get('lon') ?? '', fields.get('lat') ?? ''].map(text =>
    text.trim().replace(',', '.'),
  )
  return {
    text: fields.get('text') ?? '',
    name: fields.get('name') ?? '',
    website: fields.get('website') ?? '',
    // What is no number is passed on as none, and refused there.
    ...(lon === '' && lat === ''
      ? {}
      : {place: {lon: lon === '' ? Number.NaN : Number(lon), lat: lat === '' ? Number.NaN : Number(lat)}}),
  }
}
