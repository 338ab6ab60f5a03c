import type {Chapter} from '../../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {cityAir} from './city-air.ts'
import {writeCitizens} from './write-citizens.ts'
import {writeCommunity} from './write-community.ts'
import {writeReference} from './write-reference.ts'

export const air: Chapter = {
  id: 'air',
  title: {uk: 'Повітря щогодини', en: 'Air, hourly'},
  thread: 'second',
  truths: [
    {
      id: 'air-drift',
      title: {
        uk: 'Датчик CS-09 щомісяця показує на 1,5 мкг/м³ більше',
        en: 'Sensor CS-09 reads 1.5 µg/m³ more with every month',
      },
      where: {
        uk: 'air/lun-*.demo.csv: avgPm25 датчика CS-09 мінус медіана інших датчиків мікрорайонів, за місяцями. Десять останніх місяців різниця рівномірно росте.',
        en: 'air/lun-*.demo.csv: avgPm25 of CS-09 minus the median of the other sensors of the estates, by month. For the last ten months the difference grows evenly.',
      },
    },
    {
      id: 'air-stuck',
      title: {
        uk: 'Датчик CS-14 чотири доби повторює один вимір',
        en: 'Sensor CS-14 repeats one reading for four days',
      },
      where: {
        uk: 'air/lun-*.demo.csv: 96 рядків CS-14 поспіль, де всі шість значень ті самі.',
        en: 'air/lun-*.demo.csv: 96 rows of CS-14 in a row with the same six values.',
      },
    },
    {
      id: 'air-zeros',
      title: {
        uk: 'Датчик CS-20 п’ять тижнів надсилає нулі',
        en: 'Sensor CS-20 sends zeros for five weeks',
      },
      where: {
        uk: 'air/lun-*.demo.csv: у рядках CS-20 всі значення – 0, навіть тиск. Це не чисте повітря, а вимкнений датчик.',
        en: 'air/lun-*.demo.csv: in rows of CS-20 every value is 0, pressure included. That is no clean air but a sensor switched off.',
      },
    },
    {
      id: 'air-clock',
      title: {
        uk: 'Годинник датчика CS-03 не перевели восени',
        en: 'The clock of sensor CS-03 was not put back in autumn',
      },
      where: {
        uk: 'air/lun-*.demo.csv: місяць після переведення годинників температура CS-03 іде за іншими з зсувом на годину (updated на годину більший), а доба 25 годин мала в нього 24.',
        en: 'air/lun-*.demo.csv: for a month after the clocks went back the temperature of CS-03 follows the others an hour late (updated is an hour ahead), and its day of 25 hours had 24.',
      },
    },
    {
      id: 'air-boiler-house',
      title: {
        uk: 'Біля датчика CS-18 – котельня',
        en: 'There is a boiler house beside sensor CS-18',
      },
      where: {
        uk: 'air/lun-*.demo.csv: у морози PM2.5 датчика CS-18 найвищий о 4–6 годині, коли в решти піка немає, і вдвічі вищий, ніж у сусідів; улітку різниці немає. За місцями в air/stations.demo.csv і buildings/buildings.city.json (kind boiler) до котельні від нього менше 150 м, а від решти станцій – понад 200 м.',
        en: 'air/lun-*.demo.csv: in frost PM2.5 of CS-18 is highest at 4–6 in the morning, when the others have no peak, and twice as high as at its neighbours; in summer there is no difference. By places in air/stations.demo.csv and buildings/buildings.city.json (kind boiler) it is less than 150 m from a boiler house, and every other station more than 200 m.',
      },
    },
    {
      id: 'air-steppe-fire',
      title: {
        uk: 'Степова пожежа: п’ять діб диму',
        en: 'The steppe fire: five days of smoke',
      },
      where: {
        uk: 'air/air-*.demo.csv, серпень: середньодобовий PM2.5 на всіх станціях чотири доби понад 100 мкг/м³, найбільше на півночі, за сухого північного вітру; PM1 росте разом із ним, а грубий пил – майже ні: це дим.',
        en: 'air/air-*.demo.csv, August: daily PM2.5 above 100 µg/m³ on four days at every station, most in the north, in a dry north wind; PM1 grows with it and the coarse part hardly: this is smoke, not dust.',
      },
    },
    {
      id: 'air-inversions',
      title: {
        uk: 'Узимку пил накопичується в безвітря',
        en: 'In winter dust builds up when the air is still',
      },
      where: {
        uk: 'air/air-*.demo.csv: щозими чотири-п’ять разів по кілька діб wind_speed у середньому нижче 1 м/с, тиск високий, PM2.5 і NO2 ростуть у кілька разів, озон падає майже до нуля; опівдні шар інверсії слабшає, і пилу меншає вдвічі.',
        en: 'air/air-*.demo.csv: four or five times each winter, for days on end, mean wind_speed is below 1 m/s, pressure high, PM2.5 and NO2 several times higher, and ozone almost gone; at noon the inversion weakens and half of the dust goes.',
      },
    },
  ],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    const series = cityAir(scope.seed, period, hourCalendar(period), scope.weather(), scope.events)
    return {
      dirt: [
        ...writeReference(scope, outbox, period, series),
        ...writeCitizens(scope, outbox, period, series),
        ...writeCommunity(scope, outbox, period, series),
      ],
    }
  },
}
