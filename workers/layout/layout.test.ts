import { describe, expect, test } from 'vitest';
import { layOut } from './index';

const box = { width: 100, height: 40 };
const edge = (from: number, to: number) => ({ from, to, weight: 1 });

describe('layOut', () => {
  test('puts what follows to the right, and nothing over another', async () => {
    const { nodes, edges, width, height } = await layOut({
      nodes: [box, box, box, box],
      edges: [edge(0, 1), edge(0, 2), edge(1, 3), edge(2, 3)]
    });
    expect(nodes[0]!.x + 100).toBeLessThanOrEqual(nodes[1]!.x);
    expect(nodes[1]!.x + 100).toBeLessThanOrEqual(nodes[3]!.x);
    expect(Math.abs(nodes[1]!.y - nodes[2]!.y)).toBeGreaterThanOrEqual(40);
    for (const { x, y } of [...nodes, ...edges.flat()]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });

  test('bends no edge of a box with itself, and a second one between two boxes not again', async () => {
    const { edges } = await layOut({ nodes: [box, box], edges: [edge(0, 0), edge(0, 1), edge(1, 0), edge(0, 1)] });
    expect(edges.map((points) => points.length > 1)).toEqual([false, true, true, false]);
  });

  test('is the same each time', async () => {
    const graph = { nodes: [box, box, box], edges: [edge(0, 1), edge(1, 2), edge(2, 0)] };
    expect(await layOut(graph)).toEqual(await layOut(graph));
  });

  test('of nothing is nothing; one box stands alone', async () => {
    expect(await layOut({ nodes: [], edges: [] })).toEqual({ width: 0, height: 0, nodes: [], edges: [] });
    const { nodes, width } = await layOut({ nodes: [box], edges: [] });
    expect(nodes).toHaveLength(1);
    expect(width).toBeGreaterThanOrEqual(100);
  });
});
