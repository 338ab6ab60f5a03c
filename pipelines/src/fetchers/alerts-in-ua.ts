import {addressOf} from './address-of.ts'
import type {Fetcher} from './fetcher.ts'
import {secretOf} from './secret-of.ts'
import {fetchFiles} from './shelf/fetch-files.ts'

const service = 'https://api.alerts.in.ua/v1'

/**
 * Alerts in force in Ukraine, or those of a region in the last week or month, from alerts.in.ua
 * (https://devs.alerts.in.ua). It answers "not modified" to whoever asks as this one does.
 */
export const fetchAlertsInUa: Fetcher<'alerts-in-ua'> = ({key, region}, context) =>
  fetchFiles(
    [
      {
        name: '0001',
        asks: [
          {
            address: region
              ? addressOf(service, ['regions', String(region.uid), 'alerts', `${region.period}.json`])
              : addressOf(service, ['alerts', 'active.json']),
            expect: 'json',
            secrets: [
              secretOf(key, 'Authorization', context, 'https://devs.alerts.in.ua', text => `Bearer ${text}`),
            ],
          },
        ],
      },
    ],
    context,
  )
