package io.crossline.contracts;

/** A value that breaks the contract: says which field and what was expected of it. */
public class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidFieldException(String field, String expected) {
        super(field + " " + expected);
        this.field = field;
    }

    public InvalidFieldException(String field, String expected, Throwable cause) {
        super(field + " " + expected, cause);
        this.field = field;
    }

    /** Name of the field at fault, as it is written in the JSON or Avro document. */
    public String field() {
        return field;
    }
}
