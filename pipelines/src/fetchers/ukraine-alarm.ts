import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {secretOf} from './secret-of.ts'
import {fetchFiles} from './shelf/fetch-files.ts'

/** Alerts in force by region from ukrainealarm.com, version 3 of its interface (https://api.ukrainealarm.com). */
export const fetchUkraineAlarm: Fetcher<'ukraine-alarm'> = ({key, region}, context) =>
  fetchFiles(
    [
      {
        name: '0001',
        asks: [
          {
            address: addressOf('https://api.ukrainealarm.com/api/v3', [
              'alerts',
              ...(region ? [region] : []),
            ]),
            expect: 'json',
            secrets: [secretOf(key, 'Authorization', context, 'https://api.ukrainealarm.com')],
          },
        ],
      },
    ],
    context,
  )
