import {describe, expect, it} from 'vitest'
import {transliterate} from './transliterate.ts'

/** The examples of the resolution's own table, letter by letter, with both of its notes. */
const published = `
  Алушта Alushta, Андрій Andrii, Борщагівка Borshchahivka, Борисенко Borysenko, Вінниця Vinnytsia,
  Володимир Volodymyr, Гадяч Hadiach, Богдан Bohdan, Згурський Zghurskyi, Ґалаґан Galagan, Ґорґани Gorgany,
  Донецьк Donetsk, Дмитро Dmytro, Рівне Rivne, Олег Oleh, Есмань Esman, Єнакієве Yenakiieve, Гаєвич Haievych,
  Короп'є Koropie, Житомир Zhytomyr, Жанна Zhanna, Жежелів Zhezheliv, Закарпаття Zakarpattia,
  Казимирчук Kazymyrchuk, Медвин Medvyn, Михайленко Mykhailenko, Іванків Ivankiv, Іващенко Ivashchenko,
  Їжакевич Yizhakevych, Кадиївка Kadyivka, Мар'їне Marine, Йосипівка Yosypivka, Стрий Stryi, Олексій Oleksii,
  Київ Kyiv, Коваленко Kovalenko, Лебедин Lebedyn, Леонід Leonid, Миколаїв Mykolaiv, Маринич Marynych,
  Ніжин Nizhyn, Наталія Nataliia, Одеса Odesa, Онищенко Onyshchenko, Полтава Poltava, Петро Petro,
  Решетилівка Reshetylivka, Рибчинський Rybchynskyi, Суми Sumy, Соломія Solomiia, Тернопіль Ternopil, Троць Trots,
  Ужгород Uzhhorod, Уляна Uliana, Фастів Fastiv, Філіпчук Filipchuk, Харків Kharkiv, Христина Khrystyna,
  Біла Bila, Стеценко Stetsenko, Чернівці Chernivtsi, Шевченко Shevchenko, Шостка Shostka, Кишеньки Kyshenky,
  Щербухи Shcherbukhy, Гоща Hoshcha, Гаращенко Harashchenko, Юрій Yurii, Корюківка Koriukivka, Яготин Yahotyn,
  Ярошенко Yaroshenko, Костянтин Kostiantyn, Знам'янка Znamianka, Феодосія Feodosiia, Згорани Zghorany,
  Розгон Rozghon`
  .split(',')
  .map(pair => pair.trim().split(' ') as [string, string])

describe('transliterate', () => {
  it.each(published)('%s is %s', (ukrainian, latin) => {
    expect(transliterate(ukrainian)).toBe(latin)
  })

  it('takes each kind of apostrophe', () => {
    expect(['Знам’янка', 'Знамʼянка'].map(transliterate)).toEqual(['Znamianka', 'Znamianka'])
  })

  it('keeps capitals, numbers and signs', () => {
    expect(transliterate('ЩАСТЯ, 12-Ж; вул. 3-тя Юї')).toBe('SHCHASTIA, 12-Zh; vul. 3-tia Yui')
  })
})
