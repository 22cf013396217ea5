import { expect, expectAccessible, test } from './journey.ts'
import { Frameworks } from './pages/frameworks.ts'

test.skip(
  ({ viewport }) => (viewport?.width ?? 0) < 768,
  'a tree is built at a desk; a phone reads and confirms',
)

test('a small framework is built by the keyboard, weighed, mended and published', async ({ office }) => {
  const frameworks = new Frameworks(office)
  await frameworks.addEmpty(`海棠市测评体系 ${test.info().project.name}`)
  await frameworks.addFirst('1', '整洁有序的环境')
  await frameworks.addBelow('1-1', '街巷干净，无乱堆乱放')
  await frameworks.addBeside('1-2', '公共厕所干净，无异味')

  await frameworks.tree.focus()
  await office.keyboard.press('End')
  await office.keyboard.press('Alt+ArrowUp')
  await expect(office.getByRole('treeitem').nth(1)).toContainText('公共厕所')
  await office.keyboard.press('F2')
  await office.keyboard.press('End')
  await office.keyboard.type('，有人值守')
  await office.keyboard.press('Enter')
  await expect(office.getByRole('treeitem').nth(1)).toContainText('有人值守')

  await frameworks.weigh(100, '每条一样多')
  await expect(office.getByRole('treeitem').nth(2)).toContainText('50')
  await expectAccessible(office, 'the tree of a framework')

  await office.getByRole('link', { name: /发布前待办/ }).click()
  await expect(office.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
  await expectAccessible(office, 'what keeps a framework from being published')
  await office.getByRole('link', { name: '集中处理：计分规则' }).click()
  await frameworks.chooseRuleForAll('符合即得分', 2)
  await office.getByRole('link', { name: /下一步：定牵头单位/ }).click()
  await frameworks.chooseLeadForAll('柳林街道办', 2)

  await office.getByRole('link', { name: '下一步：检查并发布' }).click()
  await office.getByRole('button', { name: '发布', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(office.getByText('已发布', { exact: true })).toBeVisible()
  await expect(office.getByRole('button', { name: '加同级' })).toHaveCount(0)
})
