import type {Truth} from '../../chapter.ts'

const files = 'appeals/appeals-*.demo.csv'

/** What a careful reader finds in the appeals. */
export const truths: Truth[] = [
  {
    id: 'heating-failure',
    title: {
      uk: 'У січні останньої зими два тижні не гріли Степовий район',
      en: 'In January of the last winter Stepovyi district was without heating for two weeks',
    },
    where: {
      uk: `${files}: subKind «Немає опалення» за receivedDateTime і addressAdminUnitL5. У Степовому районі їх приблизно увосьмеро більше, ніж пояснює сам мороз: порівняйте з тим, як тих самих днів зросли звернення з інших районів.`,
      en: `${files}: subKind «Немає опалення» by receivedDateTime and addressAdminUnitL5. In Stepovyi there are about eight times as many as the same frost brings to the other districts.`,
    },
  },
  {
    id: 'slow-department',
    title: {
      uk: 'Управління містобудування та архітектури відповідає два з половиною місяці',
      en: 'The department of urban planning takes two and a half months to answer',
    },
    where: {
      uk: `${files}: від receivedDateTime до closedDateTime за organizationName, де legalBasis «звернення». Половина відповідей пізніша за 75 діб, у решти виконавців медіана – до 20 діб, лише в тарифах – місяць; закон дає місяць.`,
      en: `${files}: from receivedDateTime to closedDateTime by organizationName where legalBasis is «звернення». Half of the answers take more than 75 days; the median of all others is below 20, only that of the tariffs is a month; the law gives a month.`,
    },
  },
  {
    id: 'reopened',
    title: {
      uk: 'КП «Прикладжитло» закриває швидко, а чверть заявок відкривають знову',
      en: 'KP Prykladzhytlo closes soon, and a quarter of its cases are opened again',
    },
    where: {
      uk: `${files}: частка заповнених reopenedDateTime за organizationName – понад 20 %, у другого житлового підприємства – 4 %; водночас закриває воно майже вдвічі швидше за друге, а те, що не відкривали знову, – майже втричі.`,
      en: `${files}: the share of filled reopenedDateTime by organizationName is above 20 %, the other housing enterprise has 4 %; yet its cases are closed almost twice as fast, and those that were not opened again almost three times.`,
    },
  },
  {
    id: 'messenger',
    title: {
      uk: 'Месенджер відкрили три роки тому; тепер через нього надходить п’ята частина звернень',
      en: 'A messenger was opened three years ago and now brings a fifth of appeals',
    },
    where: {
      uk: `${files}: частки accrualMethod за роками. Телефон – від 81 % у перший рік до менш як половини, «месенджер» – з 1 вересня, від нуля до 22 %.`,
      en: `${files}: shares of accrualMethod by year. Calls fall from 81 % in the first year to less than a half; «месенджер» begins on 1 September and grows from nothing to 22 %.`,
    },
  },
  {
    id: 'burst-main',
    title: {
      uk: 'Одного осіннього ранку прорвало водогін: за добу понад сто сусідів повідомили про те саме',
      en: 'On an autumn morning a main burst: within a day more than a hundred neighbours reported the same',
    },
    where: {
      uk: `${files}: найчастіше значення duplicateOf. Усі в Гаванському районі, на одній вулиці та на бічних, 14 жовтня від 7:35: «Порив водопроводу» і «Немає холодної води», а з бічних лише про воду в кранах.`,
      en: `${files}: the most frequent duplicateOf. All in Havanskyi district, on one street and those that branch off it, on 14 October from 7:35: «Порив водопроводу» and «Немає холодної води», from the side streets the latter only.`,
    },
  },
  {
    id: 'duplicates',
    title: {
      uk: 'Кожне десяте звернення – дублікат, а про пориви водопроводу – майже кожне друге',
      en: 'Every tenth appeal is a duplicate, and of burst pipes almost every second',
    },
    where: {
      uk: `${files}: частка status «Дублікат» за subKind; номер першого звернення – у duplicateOf.`,
      en: `${files}: the share of status «Дублікат» by subKind; duplicateOf names the first appeal.`,
    },
  },
  {
    id: 'formal-replies',
    title: {
      uk: 'На скарги про тарифи відповідають роз’ясненням рівно в останній день строку',
      en: 'Complaints about bills are answered with an explanation on the very last day',
    },
    where: {
      uk: `${files}: kind «Тарифи та нарахування». Дата closedDateTime збігається з датою dueDateTime, status – «Роз’яснено», тексти result майже однакові.`,
      en: `${files}: kind «Тарифи та нарахування». The date of closedDateTime is that of dueDateTime, the status «Роз’яснено», and the words of result are nearly the same.`,
    },
  },
  {
    id: 'weekend-rubbish',
    title: {
      uk: 'Біля одного ринку сміття скидають щовихідних',
      en: 'Beside one market rubbish is dumped every weekend',
    },
    where: {
      uk: `${files}: subKind «Стихійне звалище» за addressThoroughfare, addressLocatorDesignator і днем тижня. На одну адресу припадає понад три десятки на рік, усемеро більше, ніж на будь-яку іншу, і майже все – в суботу та неділю.`,
      en: `${files}: subKind «Стихійне звалище» by addressThoroughfare, addressLocatorDesignator and weekday. One address has more than three dozen a year, seven times as many as any other, nearly all on Saturdays and Sundays.`,
    },
  },
  {
    id: 'broken-lift',
    title: {
      uk: 'Один ліфт торік ставав сто двадцять разів',
      en: 'One lift stopped a hundred and twenty times last year',
    },
    where: {
      uk: `${files}: kind «Ліфти» за адресою і роком. Торік один будинок далеко попереду: сто двадцять зупинок понад звичайні, удвічі більше, ніж у будь-якому іншому будинку за будь-який рік.`,
      en: `${files}: kind «Ліфти» by address and year. Last year one building is far ahead: a hundred and twenty stops besides the usual ones, twice as many as any other building had in any year.`,
    },
  },
  {
    id: 'war-silence',
    title: {
      uk: 'У березні 2022 року місто замовкло: звернень на три п’ятих менше',
      en: 'In March 2022 the city fell silent: three fifths fewer appeals',
    },
    where: {
      uk: `${files}: receivedDateTime за місяцями. Березень 2022 року проти березня 2021-го – близько 40 %, вересень уже понад 80 %. Звернення про укриття й оповіщення починаються лише 24 лютого 2022 року.`,
      en: `${files}: receivedDateTime by month. March 2022 has about 40 % of March 2021, September more than 80 %. Appeals about shelters and sirens begin on 24 February 2022 and not before.`,
    },
  },
  {
    id: 'power-cuts',
    title: {
      uk: 'Узимку 2022/23 і влітку 2024 року питали передусім про світло',
      en: 'In the winter of 2022/23 and the summer of 2024 power was what people called about',
    },
    where: {
      uk: `${files}: kind «Електропостачання» за місяцями. У грудні 2022-го та в червні й липні 2024 року – вдесятеро й більше проти звичайного; тоді ж частіше темні вулиці та ліфти, що стоять.`,
      en: `${files}: kind «Електропостачання» by month. In December 2022 and in June and July 2024 ten times the usual and more; dark streets and stopped lifts are more frequent as well.`,
    },
  },
  {
    id: 'storm',
    title: {
      uk: 'Квітнева буря повалила дерева по всьому місту',
      en: 'A storm in April felled trees all over the city',
    },
    where: {
      uk: `${files}: subKind «Аварійне дерево» за днями: 27 квітня – понад сто, звичайного дня – три-чотири.`,
      en: `${files}: subKind «Аварійне дерево» by day: more than a hundred on 27 April, three or four on an ordinary day.`,
    },
  },
  {
    id: 'steppe-smoke',
    title: {
      uk: 'П’ять днів серпня містом ішов дим зі степу',
      en: 'For five days of August smoke from the steppe hung over the city',
    },
    where: {
      uk: `${files}: subKind «Дим і запахи» від 21 серпня; ті самі дні видно на станціях якості повітря.`,
      en: `${files}: subKind «Дим і запахи» from 21 August; the stations of air quality show the same days.`,
    },
  },
  {
    id: 'old-names',
    title: {
      uk: 'Перейменовані вулиці ще довго називають по-старому',
      en: 'Renamed streets go on being called by their old names',
    },
    where: {
      uk: `${files}: addressThoroughfare. Після 3 травня, коли вулиці перейменували, старі назви трапляються приблизно в кожному сьомому зверненні з них, через три роки – удвічі рідше.`,
      en: `${files}: addressThoroughfare. After the renaming of 3 May about one in seven appeals from those streets has the old name, three years later half as many.`,
    },
  },
]
