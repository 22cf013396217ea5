import { MOST_LEVELS } from '@chuangcheng/domain'
import { m } from '@chuangcheng/messages'
import { Button, Form, Input } from 'antd'

/** What the levels are called, from the top down; the last is the criterion's. */
export function LevelNamesField() {
  return (
    <Form.List name="levelNames">
      {(levels, { add, remove }) => (
        <fieldset className="level-names">
          <legend>{m['office.frameworks.field.levelNames']()}</legend>
          <p className="level-names-hint">{m['office.frameworks.levelNamesHint']()}</p>
          {levels.map((level, place) => (
            <div key={level.key} className="level-name">
              <Form.Item
                name={level.name}
                rules={[
                  { required: true, whitespace: true, message: m['office.frameworks.levelNameMissing']() },
                ]}
              >
                <Input
                  maxLength={20}
                  autoComplete="off"
                  prefix={`${place + 1}.`}
                  aria-label={m['office.frameworks.levelName']({ place: place + 1 })}
                />
              </Form.Item>
              {levels.length > 1 && (
                <Button
                  aria-label={m['office.frameworks.levelRemove']({ place: place + 1 })}
                  onClick={() => remove(level.name)}
                >
                  {m['office.frameworks.remove']()}
                </Button>
              )}
            </div>
          ))}
          {levels.length < MOST_LEVELS && (
            <Button size="small" onClick={() => add('')}>
              {m['office.frameworks.levelAdd']()}
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  )
}
