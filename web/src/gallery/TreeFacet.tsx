import { useEffect, useRef, useState } from "react";
import type { TreeOptions } from "../search/counts";
import { MISSING } from "../search/search";
import { type CheckState, checkState, type TreeNode, toggleNode } from "../search/tree";
import { Icon } from "../ui/Icon";
import { Counts } from "./Counts";

interface TreeFacetProps {
  options: TreeOptions;
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function ThreeStateBox({ state, onChange }: { state: CheckState; onChange: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some";
  }, [state]);
  return <input ref={box} type="checkbox" checked={state === "on"} onChange={onChange} />;
}

interface BranchProps {
  node: TreeNode;
  chosen: readonly string[];
  ancestorOn: boolean;
  onToggle: (token: string) => void;
}

function Branch({ node, chosen, ancestorOn, onToggle }: BranchProps) {
  const state = checkState(node, chosen, ancestorOn);
  const [open, setOpen] = useState(state === "some");
  const foldable = node.children.length > 0;
  return (
    <li>
      <div className="branch">
        {foldable ? (
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-label={`${node.name}: ${open ? "hide" : "show"} what it contains`}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron" />
          </button>
        ) : (
          <span className="fold" />
        )}
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the box inside is a component */}
        <label className={node.filtered === 0 ? "option empty" : "option"}>
          <ThreeStateBox state={state} onChange={() => onToggle(node.token)} />
          <span>{node.name}</span>
          <Counts filtered={node.filtered} total={node.total} />
        </label>
      </div>
      {foldable && open ? (
        <ul>
          {node.children.map((child) => (
            <Branch
              key={child.token}
              node={child}
              chosen={chosen}
              ancestorOn={state === "on"}
              onToggle={onToggle}
            />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** A hierarchy as nested lists with three-state boxes. */
export function TreeFacet({ options, chosen, onChange }: TreeFacetProps) {
  const toggle = (token: string) => onChange(toggleNode(options.roots, chosen, token));
  const { missing } = options;
  return (
    <ul className="options tree">
      {options.roots.map((node) => (
        <Branch key={node.token} node={node} chosen={chosen} ancestorOn={false} onToggle={toggle} />
      ))}
      {missing.total > 0 || chosen.includes(MISSING) ? (
        <li>
          <div className="branch">
            <span className="fold" />
            <label className={missing.filtered === 0 ? "option empty" : "option"}>
              <input
                type="checkbox"
                checked={chosen.includes(MISSING)}
                onChange={() => toggle(MISSING)}
              />
              <span className="muted">Not given</span>
              <Counts filtered={missing.filtered} total={missing.total} />
            </label>
          </div>
        </li>
      ) : null}
    </ul>
  );
}
