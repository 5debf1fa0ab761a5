package org.earlyhelp.hub.kernel;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML file that a council edits, as a JSON tree that remembers the line of every value. Anchors, custom
 * tags and doubled keys are refused; nothing is ever constructed from a tag. Immutable but for the tree.
 *
 * @param path  the file
 * @param text  its content, for fingerprints and version history
 * @param root  its tree; dates, odd numbers and words such as NO or off stay text
 * @param lines JSON pointer to line, from 1
 */
public record DeclaredFile(Path path, String text, ObjectNode root, Map<String, Integer> lines) {
    /** A larger file is a fault; council files are a few kilobytes. */
    public static final int FILE_LIMIT_CHARACTERS = 1_000_000;
    private static final int NESTING_LIMIT = 30;

    /**
     * Reads a file and checks it against a JSON Schema (2020-12) given as text, or reads only when {@code schema}
     * is null. All faults come at once, each with its line; an unreadable file is one fault, never an exception.
     */
    public static Checked<DeclaredFile> read(Path path, String schema) {
        try {
            return parse(path, Files.readString(path), schema);
        } catch (CharacterCodingException e) {
            return fault(path, 0, "the file is not UTF-8");
        } catch (IOException e) {
            return fault(path, 0, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** As {@link #read}, from text that is already at hand. */
    public static Checked<DeclaredFile> parse(Path path, String text, String schema) {
        if (text.length() > FILE_LIMIT_CHARACTERS) {
            return fault(path, 0, "the file has more than " + FILE_LIMIT_CHARACTERS + " characters");
        }
        try {
            Node node = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
            Map<String, Integer> lines = new HashMap<>();
            if (!(node instanceof MappingNode) || !(tree(node, "", lines) instanceof ObjectNode root)) {
                return fault(path, 1, "expected names with values, such as \"id: …\"");
            }
            return checked(new DeclaredFile(path, text, root, lines), schema);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            return fault(path, line, "not readable as YAML: " + e.getProblem());
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            return fault(path, 0, "not readable as YAML: " + e.getMessage());
        }
    }

    /** The line of the value at the JSON pointer, or of the nearest value around it; from 1. */
    public int lineOf(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (lines.containsKey(at)) {
                return lines.get(at);
            }
        }
        return 1;
    }

    /** A fault of this file at the JSON pointer. */
    public ConfigFault faultAt(String pointer, String reason) {
        return ConfigFault.of(path, lineOf(pointer), reason);
    }

    private static Checked<DeclaredFile> checked(DeclaredFile file, String schema) {
        if (schema == null) {
            return Checked.valid(file);
        }
        List<ConfigFault> faults = new ArrayList<>();
        for (Error error : compiled(schema).validate(file.root)) {
            String pointer = error.getInstanceLocation().toString();
            faults.add(file.faultAt(pointer, (pointer.isEmpty() ? "" : pointer.substring(1) + ": ") + error.getMessage()));
        }
        return faults.isEmpty() ? Checked.valid(file) : Checked.faulty(faults);
    }

    private static Schema compiled(String schema) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(com.networknt.schema.SchemaRegistryConfig.builder()
                        .pathType(com.networknt.schema.path.PathType.JSON_POINTER).build()));
        return registry.getSchema(schema, InputFormat.JSON);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(NESTING_LIMIT);
        return options;
    }

    private static JsonNode tree(Node node, String pointer, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, lines);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < sequence.getValue().size(); i++) {
                array.add(tree(sequence.getValue().get(i), pointer + "/" + i, lines));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static ObjectNode object(MappingNode mapping, String pointer, Map<String, Integer> lines) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new org.yaml.snakeyaml.error.YAMLException("a name must be plain text");
            }
            String at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (object.has(key.getValue())) {
                throw new MarkedFault("the name \"" + key.getValue() + "\" stands twice", key);
            }
            lines.put(at, key.getStartMark().getLine() + 1);
            object.set(key.getValue(), tree(tuple.getValueNode(), at, lines));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (tag.equals(Tag.NULL)) {
            return json.nullNode();
        }
        if (tag.equals(Tag.BOOL) && text.matches("true|false")) {
            return json.booleanNode(text.equals("true"));
        }
        if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return json.numberNode(Long.parseLong(text));
        }
        if (tag.equals(Tag.FLOAT) && text.matches("-?[0-9]+\\.[0-9]+")) {
            return json.numberNode(Double.parseDouble(text));
        }
        return json.stringNode(text);
    }

    private static Checked<DeclaredFile> fault(Path path, int line, String reason) {
        return Checked.faulty(List.of(ConfigFault.of(path, line, reason)));
    }

    private static final class MarkedFault extends MarkedYAMLException {
        private static final long serialVersionUID = 1L;

        MarkedFault(String problem, Node at) {
            super(null, null, problem, at.getStartMark());
        }
    }
}
