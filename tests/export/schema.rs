//! As much of JSON Schema as the published schema uses. It stops at a word that it does not know, so that no rule is passed over.

use serde_json::Value;

/// Where a value breaks a schema.
pub(crate) fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    look(schema, schema, value, "", &mut found);
    found
}

fn look(root: &Value, schema: &Value, value: &Value, path: &str, found: &mut Vec<String>) {
    for (word, rule) in schema.as_object().expect("a schema is an object") {
        let kept = match word.as_str() {
            "$schema" | "title" | "description" | "$defs" => true,
            "$ref" => {
                let name = rule.as_str().and_then(|it| it.strip_prefix("#/$defs/")).expect("it leads into this schema");
                look(root, &root["$defs"][name], value, path, found);
                true
            }
            "type" => {
                let types = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                types.iter().any(|it| is(it.as_str().expect("a type is a word"), value))
            }
            "enum" => rule.as_array().is_some_and(|it| it.contains(value)),
            "anyOf" => rule.as_array().into_iter().flatten().any(|it| {
                let mut faults = Vec::new();
                look(root, it, value, path, &mut faults);
                faults.is_empty()
            }),
            "minLength" => value.as_str().is_none_or(|it| it.chars().count() as u64 >= rule.as_u64().unwrap_or(0)),
            "pattern" => {
                assert_eq!(rule, "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "the one pattern that is known here");
                value.as_str().is_none_or(|it| plan_explorer::plan::Slug::new(it).is_some())
            }
            "required" => {
                let names = rule.as_array().into_iter().flatten().filter_map(Value::as_str);
                names.into_iter().all(|it| value.get(it).is_some())
            }
            "properties" => {
                for (name, schema) in rule.as_object().into_iter().flatten() {
                    if let Some(inner) = value.get(name) {
                        look(root, schema, inner, &format!("{path}.{name}"), found);
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(rule, &Value::Bool(false));
                let known = schema["properties"].as_object().expect("it is an object");
                value.as_object().is_none_or(|it| it.keys().all(|it| known.contains_key(it)))
            }
            "items" => {
                for (at, inner) in value.as_array().into_iter().flatten().enumerate() {
                    look(root, rule, inner, &format!("{path}[{at}]"), found);
                }
                true
            }
            _ => panic!("the schema has “{word}”, which is not known here"),
        };
        if !kept {
            found.push(format!("{path}: breaks {word} {rule}"));
        }
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => panic!("{name} is not known here"),
    }
}
