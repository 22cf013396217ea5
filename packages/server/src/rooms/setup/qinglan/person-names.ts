import type { Dice } from './random.ts'

/** A made-up person; the user name is the name in Latin letters. */
export interface Person {
  name: string
  username: string
}

const SURNAMES =
  '陈chen 林lin 周zhou 吴wu 徐xu 孙sun 朱zhu 胡hu 郭guo 何he 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai 蒋jiang 余yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 沈shen 姚yao 卢lu 傅fu 钟zhong 崔cui 汪wang 范fan 石shi 贺he'
const FIRST =
  '光guang 明ming 晓xiao 文wen 志zhi 国guo 建jian 立li 永yong 子zi 思si 雨yu 佳jia 若ruo 淑shu 春chun 秋qiu 海hai 景jing 允yun 承cheng 书shu 芷zhi 诗shi 亦yi 云yun 德de 维wei 素su 锦jin'
const SECOND =
  '禄lu 达da 宁ning 华hua 平ping 昕xin 岚lan 琳lin 川chuan 舟zhou 帆fan 泽ze 恒heng 萍ping 筠yun 朗lang 澄cheng 珂ke 遥yao 衡heng 棠tang 渊yuan 蕙hui 毅yi 航hang 柏bai 颖ying 璐lu 桐tong 峰feng'

type Syllable = readonly [character: string, latin: string]
const syllables = (list: string): Syllable[] =>
  list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)])

/** People one after another, no user name twice. */
export function peopleFrom(dice: Dice): () => Person {
  const given = new Set<string>()
  const [surnames, firsts, seconds] = [syllables(SURNAMES), syllables(FIRST), syllables(SECOND)]
  return () => {
    for (;;) {
      const [surname, surnameLatin] = dice.pick(surnames)
      const [first, firstLatin] = dice.pick(firsts)
      const [second, secondLatin] = dice.pick(seconds)
      const username = `${surnameLatin}.${firstLatin}${secondLatin}`
      if (given.has(username)) continue
      given.add(username)
      return { name: surname + first + second, username }
    }
  }
}
