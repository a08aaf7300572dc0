import { describe, expect, it } from 'vitest';
import { picture } from '../testing';
import { isLit, marksOf, shownTask, standsOut, type Pointed } from './marks';
import { sceneOf, type Scene } from './scene';

const diamond = picture([['split', []], ['wash', [0]], ['dry', [0]], ['join', [1, 2]], ['alone', []]]);

function sceneWith(shapeOf?: number[]): Scene {
  if (!diamond.layout) throw new Error('no layout');
  return sceneOf(diamond, { ...diamond.layout, shapeOf: shapeOf ?? diamond.layout.shapeOf });
}

/** The tasks that stand out, and the lines that are pointed out. */
function check(pointed: Pointed, tasks: number[], lines: string[]): void {
  const scene = sceneWith();
  const marks = marksOf(scene, pointed);
  expect(scene.nodes.filter((node) => standsOut(marks, node.task)).map((node) => node.task)).toEqual(tasks);
  expect(scene.edges.filter((edge) => isLit(marks, edge.fromTask, edge.toTask)).map((edge) => `${edge.fromTask}>${edge.toTask}`)).toEqual(lines);
}

describe('pointing out', () => {
  it('nothing leaves all alike', () => {
    expect(marksOf(sceneWith(), {})).toBeNull();
    check({}, [0, 1, 2, 3, 4], []);
  });
  it('a task shows what it needs and who needs it', () => check({ hovered: 1 }, [0, 1, 3], ['0>1', '1>3']));
  it('a path shows its own lines, whatever the pointer is on', () => check({ path: [0, 1, 3], hovered: 4 }, [0, 1, 3], ['0>1', '1>3']));
  it('hits show no lines, and yield to the pointer', () => {
    check({ hits: [1, 3] }, [1, 3], []);
    check({ hits: [1, 3], hovered: 4 }, [4], []);
    check({ hits: [] }, [0, 1, 2, 3, 4], []);
  });
  it('a folded task is shown by its stack', () => {
    const scene = sceneWith([0, 1, 1, 3, 4]);
    expect(shownTask(scene, 2)).toBe(1);
    expect([...(marksOf(scene, { hits: [2] })?.out ?? [])]).toEqual([1]);
  });
});
