import { Component, type ComponentChildren } from 'preact'

interface Props {
  /** What the drawing depends on. */
  on: readonly unknown[]
  draw: () => ComponentChildren
}

/** A part of the stage that is drawn again only if something that it depends on is another. */
export class Still extends Component<Props> {
  override shouldComponentUpdate({ on }: Props): boolean {
    return on.some((value, at) => value !== this.props.on[at])
  }

  override render({ draw }: Props): ComponentChildren {
    return draw()
  }
}
